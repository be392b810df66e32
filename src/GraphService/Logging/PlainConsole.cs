using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace GraphService.Logging;

/// <summary>The log as lines for people: the level where it is worth saying, the message, the exception. It goes to standard error.</summary>
internal sealed class PlainConsoleFormatter() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "plain";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.Write(logEntry.LogLevel switch
        {
            LogLevel.Critical or LogLevel.Error => "error: ",
            LogLevel.Warning => "warning: ",
            _ => "",
        });
        textWriter.WriteLine(logEntry.Formatter(logEntry.State, logEntry.Exception));
        if (logEntry.Exception is not null)
        {
            textWriter.WriteLine(logEntry.Exception);
        }
    }
}

internal static class PlainConsole
{
    public static ILoggingBuilder AddPlainConsole(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.Services.AddSingleton<ConsoleFormatter, PlainConsoleFormatter>();
        logging.AddConsole(console =>
        {
            console.FormatterName = configuration["Logging:Console:FormatterName"] ?? PlainConsoleFormatter.FormatterName;
            console.LogToStandardErrorThreshold = LogLevel.Trace;
        });
        // A start that fails is told by the command line, in a sentence.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // With a listening log the host makes an Activity for each request; the endpoint reports its failures itself.
        return logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }
}
