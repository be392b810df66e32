namespace GraphService.Logging;

/// <summary>What a store tells an operator.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Text}")]
    public static partial void State(ILogger log, string text);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Text}")]
    public static partial void Trouble(ILogger log, string text);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Text}")]
    public static partial void Statement(ILogger log, string text);
}
