namespace GraphService.Neo4j.Bolt.Connections;

/// <summary>Milliseconds that only go forward; <see cref="Never"/> is a time that never comes.</summary>
internal static class Clock
{
    public const long Never = long.MaxValue;

    public static long Milliseconds(this TimeProvider time) => time.GetTimestamp() / (time.TimestampFrequency / 1000);

    /// <summary>The time after a span from now; an infinite span never ends.</summary>
    public static long After(this TimeProvider time, TimeSpan span)
    {
        return span == Timeout.InfiniteTimeSpan ? Never : Add(time.Milliseconds(), (long)Math.Ceiling(span.TotalMilliseconds));
    }

    /// <summary>A time later by so many milliseconds, without running over.</summary>
    public static long Add(long time, long milliseconds) => time > Never - milliseconds ? Never : time + milliseconds;
}
