using GraphService.Cli;
using GraphService.Options;
using Microsoft.Extensions.Configuration;

namespace GraphService.Tests.Options;

public class SettingsTests
{
    private static Settings Read(params (string Key, string Value)[] settings) => Settings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());

    private static void Refused(string fault, params (string Key, string Value)[] settings) =>
        Assert.Equal(fault, Assert.Throws<BadInputException>(() => Read(settings)).Message);

    [Fact]
    public void Without_settings_the_seed_is_served_to_this_machine()
    {
        var settings = Read();
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "seed"), settings.Graph.FullPath);
        Assert.Equal(1024 * 1024, settings.Limits.RequestBytes);
        Assert.Equal(TimeSpan.FromSeconds(10), settings.Limits.RequestTimeout);
        Assert.Empty(settings.Cors.Origins);
        Assert.Equal(["localhost", "127.0.0.1", "[::1]"], settings.Listen.AllowedHosts);
    }

    [Fact]
    public void Settings_are_read_by_name()
    {
        var settings = Read(("Graph:Path", "films"), ("Limits:RequestBytes", "10"), ("limits:requesttimeout", "00:00:05"), ("Cors:Origins:0", "https://films.example"));
        Assert.Equal(Path.GetFullPath("films"), settings.Graph.FullPath);
        Assert.Equal(10, settings.Limits.RequestBytes);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.Limits.RequestTimeout);
        Assert.Equal(["https://films.example"], settings.Cors.Origins);
    }

    [Theory]
    [InlineData("Limits:RequestBytes", "0", "Limits:RequestBytes must be at least 1, but is 0.")]
    [InlineData("Limits:ResponseBytes", "5", "Limits:ResponseBytes must be at least 1024, but is 5.")]
    [InlineData("Limits:ConcurrentRequests", "0", "Limits:ConcurrentRequests must be at least 1, but is 0.")]
    [InlineData("Limits:WaitingRequests", "-1", "Limits:WaitingRequests must be at least 0, but is -1.")]
    [InlineData("Limits:Connections", "0", "Limits:Connections must be at least 1, but is 0.")]
    [InlineData("Limits:RequestTimeout", "10", "Limits:RequestTimeout must be more than 00:00:00 and at most 01:00:00 (hours:minutes:seconds), but is 10.00:00:00.")]
    [InlineData("Limits:RequestTimeout", "00:00:00", "Limits:RequestTimeout must be more than 00:00:00 and at most 01:00:00 (hours:minutes:seconds), but is 00:00:00.")]
    [InlineData("Limits:RequestTimeout", "soon", "Failed to convert configuration value 'soon' at 'Limits:RequestTimeout' to a time (hours:minutes:seconds).")]
    [InlineData("Limits:RequestBytes", "1e6", "Failed to convert configuration value '1e6' at 'Limits:RequestBytes' to a whole number.")]
    [InlineData("Limits:ResponseBytes", "x", "Failed to convert configuration value 'x' at 'Limits:ResponseBytes' to a whole number.")]
    [InlineData("Cors:Origins:0", "films.example", "Cors:Origins holds \"films.example\"; an origin looks like https://films.example, without a path, or is * for all.")]
    [InlineData("Cors:Origins:0", "https://films.example/", "Cors:Origins holds \"https://films.example/\"; an origin looks like https://films.example, without a path, or is * for all.")]
    [InlineData("urls", "https://localhost:5001", "Cannot listen on https://localhost:5001: https is the task of a proxy in front. Use an address such as http://localhost:5001.")]
    [InlineData("urls", "localhost:5001", "Cannot listen on localhost:5001: an address looks like http://localhost:5001.")]
    [InlineData("urls", "http://localhost:80a", "Cannot listen on http://localhost:80a: an address looks like http://localhost:5001.")]
    [InlineData("urls", "http://127.0.0.1:99999", "Cannot listen on http://127.0.0.1:99999: a port is at most 65535.")]
    [InlineData("urls", "http://localhost:65536/", "Cannot listen on http://localhost:65536/: a port is at most 65535.")]
    [InlineData("urls", "http://[::1]:99999999999999999999", "Cannot listen on http://[::1]:99999999999999999999: a port is at most 65535.")]
    [InlineData("urls", "http://localhost:5001/base", "Cannot listen on http://localhost:5001/base: an address looks like http://localhost:5001.")]
    public void A_setting_that_cannot_be_used_is_named(string key, string value, string fault) => Refused(fault, (key, value));

    [Fact]
    public void Every_fault_is_told() => Refused(
        "Limits:RequestBytes must be at least 1, but is 0." + Environment.NewLine + "Cannot listen on x: an address looks like http://localhost:5001.",
        ("Limits:RequestBytes", "0"), ("urls", "http://localhost:5001;x"));

    [Theory]
    [InlineData("http://localhost:5000", false)]
    [InlineData("http://127.0.0.1:0;http://[::1]:0", false)]
    [InlineData("http://localhost:65535", false)]
    [InlineData("http://*:5000", true)]
    [InlineData("http://0.0.0.0:5000", true)]
    [InlineData("http://localhost:5000;http://192.168.0.7:5000", true)]
    [InlineData("http://films.example", true)]
    public void A_server_for_other_machines_answers_to_every_name(string urls, bool everyHost) =>
        Assert.Equal(everyHost, Read(("urls", urls)).Listen.AllowsEveryHost);

    [Fact]
    public void A_container_that_listens_on_a_port_answers_to_every_name() => Assert.True(Read(("http_ports", "8080")).Listen.AllowsEveryHost);

    [Fact]
    public void A_database_is_named_by_settings()
    {
        var client = Read(("Graph:Neo4j:Uri", "neo4j+s://films.example:7688"), ("Graph:Neo4j:User", "neo4j"), ("Graph:Neo4j:Password", "secret"), ("Graph:Neo4j:Database", ""))
            .Graph.Neo4j.ToClientOptions();
        Assert.Equal((new Uri("neo4j+s://films.example:7688"), "neo4j", "secret", null, null), (client.Uri, client.User, client.Password, client.Database, client.Token));
    }

    [Theory]
    [InlineData("bolt://neo4j:secret@localhost", "Graph:Neo4j:Uri: User and password do not belong into the URI, because URIs are logged and shown. Give them as settings of their own.")]
    [InlineData("https://localhost:7473", "Graph:Neo4j:Uri: https:// is Neo4j's HTTP interface, which is not used here. Write bolt:// for one server or neo4j:// for a cluster, and the Bolt port (7687 by default).")]
    [InlineData("localhost", "Graph:Neo4j:Uri: It is no URI. Write bolt://host:7687 for one server, or neo4j://host:7687 for a cluster.")]
    public void A_database_that_cannot_be_reached_like_that_is_refused(string uri, string fault) => Refused(fault, ("Graph:Neo4j:Uri", uri));

    [Fact]
    public void A_password_needs_a_user() => Refused(
        "Graph:Neo4j:Password is given without a user: give Graph:Neo4j:User (neo4j, unless you made another), or leave both out.",
        ("Graph:Neo4j:Password", "secret"));

    [Fact]
    public void A_user_needs_a_password() => Refused(
        "Graph:Neo4j:User is given without a password: give Graph:Neo4j:Password, such as in the environment: Graph__Neo4j__Password.",
        ("Graph:Neo4j:User", "neo4j"));

    [Fact]
    public void A_token_stands_alone() => Refused(
        "Graph:Neo4j:Token and Graph:Neo4j:User or Graph:Neo4j:Password exclude each other: give one of them.",
        ("Graph:Neo4j:Token", "t"), ("Graph:Neo4j:User", "neo4j"), ("Graph:Neo4j:Password", "secret"));
}
