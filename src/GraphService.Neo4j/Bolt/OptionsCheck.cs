namespace GraphService.Neo4j.Bolt;

/// <summary>Refuses options that cannot work, with a message that says which.</summary>
internal static class OptionsCheck
{
    public static void Check(CypherClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Refuse(options.Token is not null && (options.User is not null || options.Password is not null), "Both a token and user or password are given; one login is enough.");
        Refuse(options.User is null && options.Password is not null, "A password is given without a user.");
        Refuse(options.User is not null && options.Password is null, "A user is given without a password.");
        Refuse(options.User is { Length: 0 } || options.Token is { Length: 0 } || options.Database is { Length: 0 }, "User, token and database cannot be empty; leave out what is not wanted.");
        Refuse(options.MaxConnections < 1, "There must be at least one connection (MaxConnections).");
        Refuse(options.FetchSize < 1, "At least one row must be asked for at once (FetchSize).");
        Refuse(options.MaxMessageBytes < 1024, "Messages of at least 1,024 bytes must be allowed (MaxMessageBytes).");
        Refuse(
            options.AcquisitionTimeout <= TimeSpan.Zero || options.ConnectTimeout <= TimeSpan.Zero || options.ConnectionLifetime <= TimeSpan.Zero
            || options.LivenessCheckAfter < TimeSpan.Zero || options.RetryFor < TimeSpan.Zero,
            "Timeouts and lifetimes must be positive.");
    }

    private static void Refuse(bool wrong, string message)
    {
        if (wrong)
        {
            throw new ArgumentException(message);
        }
    }
}
