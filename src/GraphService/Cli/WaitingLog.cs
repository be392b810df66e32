namespace GraphService.Cli;

/// <summary>Says on standard error that a database is waited for, of all that its client tells.</summary>
internal sealed class WaitingLog(string uri, TextWriter errors, TimeProvider time) : ILogger
{
    /// <summary>How the client calls that it tries again.</summary>
    private const string Retry = "Retry";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private long? _said;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name == Retry && (_said is null || time.GetElapsedTime(_said.Value) > Pause))
        {
            _said = time.GetTimestamp();
            errors.WriteLine($"{uri} does not answer; waiting for it.");
        }
    }
}
