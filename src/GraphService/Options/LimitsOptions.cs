namespace GraphService.Options;

/// <summary>The bounds that the transport holds: section <c>Limits</c> of the settings. The same in every environment.</summary>
internal sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>The largest body of a request.</summary>
    public int RequestBytes { get; set; } = 1024 * 1024;

    /// <summary>The largest answer.</summary>
    public long ResponseBytes { get; set; } = 32L * 1024 * 1024;

    /// <summary>How long a request may wait and run.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many requests run at once.</summary>
    public int ConcurrentRequests { get; set; } = 64;

    /// <summary>How many more may wait for their turn; the next one is answered 503.</summary>
    public int WaitingRequests { get; set; } = 1024;

    /// <summary>How many connections are open at once, whatever they send; a further one is closed.</summary>
    public int Connections { get; set; } = 1000;

    /// <summary>What is wrong with these settings, one sentence each.</summary>
    public IEnumerable<string> Faults()
    {
        if (RequestBytes < 1)
        {
            yield return $"Limits:RequestBytes must be at least 1, but is {RequestBytes}.";
        }

        if (ResponseBytes < 1024)
        {
            yield return $"Limits:ResponseBytes must be at least 1024, but is {ResponseBytes}.";
        }

        // "10" would be ten days: a bound tells the author to write hours, minutes and seconds.
        if (RequestTimeout <= TimeSpan.Zero || RequestTimeout > TimeSpan.FromHours(1))
        {
            yield return $"Limits:RequestTimeout must be more than 00:00:00 and at most 01:00:00 (hours:minutes:seconds), but is {RequestTimeout}.";
        }

        if (ConcurrentRequests < 1)
        {
            yield return $"Limits:ConcurrentRequests must be at least 1, but is {ConcurrentRequests}.";
        }

        if (WaitingRequests < 0)
        {
            yield return $"Limits:WaitingRequests must be at least 0, but is {WaitingRequests}.";
        }

        if (Connections < 1)
        {
            yield return $"Limits:Connections must be at least 1, but is {Connections}.";
        }
    }
}
