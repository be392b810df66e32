using GraphService.Neo4j.Bolt;

namespace GraphService.Neo4j.Tests.Bolt;

/// <summary>Options that cannot work are refused when the client is made, without a word of what is secret.</summary>
public class OptionsTests
{
    private static readonly CypherClientOptions Good = new() { Uri = new Uri("bolt://localhost"), User = "neo4j", Password = "synthetic-secret" };

    public static TheoryData<CypherClientOptions, string> Bad => new()
    {
        { Good with { Token = "t" }, "Both a token and user or password are given; one login is enough." },
        { Good with { User = null }, "A password is given without a user." },
        { Good with { Password = null }, "A user is given without a password." },
        { Good with { User = "" }, "User, token and database cannot be empty; leave out what is not wanted." },
        { Good with { Database = "" }, "User, token and database cannot be empty; leave out what is not wanted." },
        { Good with { MaxConnections = 0 }, "There must be at least one connection (MaxConnections)." },
        { Good with { FetchSize = 0 }, "At least one row must be asked for at once (FetchSize)." },
        { Good with { MaxMessageBytes = 1 }, "Messages of at least 1,024 bytes must be allowed (MaxMessageBytes)." },
        { Good with { ConnectTimeout = TimeSpan.Zero }, "Timeouts and lifetimes must be positive." },
        { Good with { RetryFor = TimeSpan.FromSeconds(-1) }, "Timeouts and lifetimes must be positive." },
        {
            Good with { Uri = new Uri("bolt://neo4j:synthetic-secret@host") },
            "User and password do not belong into the URI, because URIs are logged and shown. Give them as settings of their own."
        },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Options_that_cannot_work_are_refused(CypherClientOptions options, string message)
    {
        var refused = Assert.Throws<ArgumentException>(() => new BoltClient(options));
        Assert.Equal(message, refused.Message);
        Assert.DoesNotContain("synthetic-secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_opens_no_connection_before_it_is_used()
    {
        await using var client = new BoltClient(Good with { Uri = new Uri("bolt://nowhere.invalid") });
        client.ForgetBookmarks();
    }
}
