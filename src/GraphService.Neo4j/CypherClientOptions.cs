namespace GraphService.Neo4j;

/// <summary>Where the database is, who asks, and how connections are kept. The defaults are those of the official drivers unless said otherwise.</summary>
public sealed record CypherClientOptions
{
    /// <summary><c>bolt://host:port</c> for one server, <c>neo4j://</c> for a cluster (or one server); <c>+s</c>: TLS with a certificate that the machine trusts; <c>+ssc</c>: TLS with any. Never with user or password in it.</summary>
    public required Uri Uri { get; init; }

    /// <summary>The database; null: the user's home database.</summary>
    public string? Database { get; init; }

    /// <summary>The user of basic authentication; null with <see cref="Token"/> null: no authentication.</summary>
    public string? User { get; init; }

    /// <summary>The password of basic authentication; given exactly where <see cref="User"/> is, and never shown.</summary>
    public string? Password { get; init; }

    /// <summary>A bearer token, instead of user and password.</summary>
    public string? Token { get; init; }

    /// <summary>Connections to each server.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>How long a call waits for a connection when all are in use.</summary>
    public TimeSpan AcquisitionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For connecting, the handshake and the login together.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A connection older than this is not used again.</summary>
    public TimeSpan ConnectionLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A connection that was idle for longer is tried before it is used.</summary>
    public TimeSpan LivenessCheckAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a statement is tried again after a failure that may pass, within its own time; zero: never.</summary>
    public TimeSpan RetryFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Rows asked for at once; the next ones are asked for when these have been taken.</summary>
    public int FetchSize { get; init; } = 1000;

    /// <summary>The largest message that is taken from a server; protects the memory.</summary>
    public int MaxMessageBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>What tells how old a connection or a routing table is, and ends what takes too long.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where and as whom, without password and token: options may come into a log.</summary>
    public override string ToString() => $"{Uri.Scheme}://{Uri.Host}:{Uri.Port} as {User ?? (Token is null ? "nobody" : "the bearer of a token")}";
}
