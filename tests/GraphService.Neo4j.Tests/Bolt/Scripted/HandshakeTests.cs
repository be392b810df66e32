using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

public sealed class HandshakeTests
{
    private const string HungUp =
        "Unavailable after 5 s: SERVER closed the connection without an answer to the handshake: it may take TLS only (then use the scheme with +s or +ssc), it may be no Bolt port, or know no version that this client speaks (5.8 to 5.0 and 4.4).";

    private const string NothingInCommon =
        "Protocol: SERVER: The server speaks no version of Bolt that this client knows: the client speaks 5.8 to 5.0 and 4.4. Use Neo4j 4.4 or 5.";

    [Fact]
    public async Task Offers_the_manifest_and_then_5_8_down_to_5_0_and_4_4()
    {
        await using var server = ScriptedServer.Start(new Script().Login().Query(1));

        await Talk.With(server, client => client.Read());

        Assert.Equal("000001FF000808050000040400000000", Convert.ToHexString(server.Connections[0].Offer));
    }

    [Fact]
    public async Task Chooses_the_highest_version_of_the_manifest()
    {
        await using var server = ScriptedServer.Start(Recording.Of("handshake", "choose-5.8").Then(new Script().Query(1)));

        await Talk.With(server, async client => Assert.Equal("(1)", await client.Read()));
    }

    [Theory]
    [InlineData("01 00040404 00", "0000040400", "4.4")]
    [InlineData("02 00040404 00000706 00", "0000040400", "4.4")]
    [InlineData("02 00020605 00000007 00", "0000060500", "5.6")]
    [InlineData("02 00000505 00000405 00", "0000040500", "5.4")]
    [InlineData("03 00000006 00030805 00040404 09", "0000080500", "5.8")]
    [InlineData("8100 00000805 8100", "0000080500", "5.8")]
    public async Task Chooses_what_it_speaks(string manifest, string choice, string version)
    {
        var login = new Script().Login(version).Steps.Skip(2).Aggregate(new Script(), (script, step) => script.Step(step.What, step.Play));
        await using var server = ScriptedServer.Start(new Script().Handshake().Send("000001FF").Send(manifest.Replace(" ", "", StringComparison.Ordinal)).Choice(choice).Then(login).Query(1));

        await Talk.With(server, async client => Assert.Equal("(1)", await client.Read()));
    }

    [Theory]
    [InlineData("00000000", NothingInCommon)]
    [InlineData("00000003", "Protocol: SERVER: What answered is no Neo4j server: its first bytes are 00000003, which is no version that was offered. Check host and port.")]
    [InlineData("00000505", "Protocol: SERVER: What answered is no Neo4j server: its first bytes are 00000505, which is no version that was offered. Check host and port.")]
    [InlineData("00000006", "Protocol: SERVER: What answered is no Neo4j server: its first bytes are 00000006, which is no version that was offered. Check host and port.")]
    [InlineData("00080805", "Protocol: SERVER: What answered is no Neo4j server: its first bytes are 00080805, which is no version that was offered. Check host and port.")]
    [InlineData("000002FF", "Protocol: SERVER: What answered is no Neo4j server: its first bytes are 000002FF, which is no version that was offered. Check host and port.")]
    [InlineData("DEADBEEF", "Protocol: SERVER: What answered is no Neo4j server: its first bytes are DEADBEEF, which is no version that was offered. Check host and port.")]
    [InlineData("000001FF 01 00000006 00", "Protocol: SERVER: The server speaks no version of Bolt that this client knows: the client speaks 5.8 to 5.0 and 4.4, the server 6.0. Use Neo4j 4.4 or 5.")]
    [InlineData("000001FF 00 00", NothingInCommon)]
    [InlineData("000001FF FFFFFFFFFF7F", "Protocol: SERVER: The server lists 4398046511103 versions of the protocol; that is no answer of a Neo4j server.")]
    [InlineData("000001FF FFFFFFFFFFFFFFFFFFFF01", "Protocol: SERVER: The server sent a number of more than 63 bits in the handshake.")]
    [InlineData("000001FF 01 00000805 FFFFFFFFFFFFFFFFFFFFFFFF01", "Protocol: SERVER: The server sent a number of more than 63 bits in the handshake.")]
    public async Task No_version_that_it_speaks(string answer, string fails)
    {
        await using var server = ScriptedServer.Start(new Script().Handshake().Send(answer.Replace(" ", "", StringComparison.Ordinal)).ClientEnds());

        await Talk.With(server, async client => Assert.Equal(fails, await server.ReadFails(client)));
    }

    [Fact]
    public async Task A_server_that_knows_no_common_version_says_so_or_hangs_up()
    {
        await using var server = ScriptedServer.Start(Recording.Of("handshake", "only-3.0"), Recording.Of("handshake", "range-larger-than-minor-5.4-minus-9"));

        await Talk.With(server, async client =>
        {
            Assert.Equal(NothingInCommon, await server.ReadFails(client));
            Assert.Equal(HungUp, await server.ReadFails(client));
        });
    }

    [Theory]
    [InlineData("00")]
    [InlineData("000008")]
    [InlineData("000001FF")]
    [InlineData("000001FF 03 00040404")]
    [InlineData("000001FF 01 00000805")]
    public async Task A_handshake_that_breaks_off(string answer)
    {
        await using var server = ScriptedServer.Start(new Script().Handshake().Send(answer.Replace(" ", "", StringComparison.Ordinal)).End());

        await Talk.With(server, async client => Assert.Equal(HungUp, await server.ReadFails(client)));
    }

    [Fact]
    public async Task The_HTTP_port()
    {
        await using var server = ScriptedServer.Start(Recording.Of("handshake", "bolt-handshake-on-the-http-port"));

        await Talk.With(server, async client => Assert.Equal("Protocol: SERVER: An HTTP server answered: this is the port of Neo4j's HTTP interface. Use the Bolt port, 7687 by default.", await server.ReadFails(client)));
    }

    [Fact]
    public async Task A_server_that_resets_the_connection()
    {
        await using var server = ScriptedServer.Start(new Script().Handshake().Abort());

        await Talk.With(server, async client => Assert.Equal(HungUp, await server.ReadFails(client)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000805")]
    public async Task A_server_that_does_not_answer(string answer)
    {
        FakeTime time = new();
        TaskCompletionSource silent = new();
        await using var server = ScriptedServer.Start(new Script().Handshake().Send(answer).Tell(silent).ClientEnds());

        await Talk.With(
            server,
            async client =>
            {
                var fails = server.ReadFails(client);
                await silent.Task;
                time.Advance(TimeSpan.FromSeconds(4.9));
                Assert.False(fails.IsCompleted);
                time.Advance(TimeSpan.FromSeconds(0.2));
                Assert.Equal("Unavailable after 5 s: SERVER did not take a connection and a login within 5 seconds.", await fails);
            },
            options => options with { TimeProvider = time });
    }

    [Fact]
    public async Task A_server_that_refuses_connections()
    {
        await using var server = ScriptedServer.Start();
        server.Refuse();

        await Talk.With(server, async client => Assert.Equal("Unavailable after 5 s: SERVER cannot be reached (ConnectionRefused).", await server.ReadFails(client)));
    }

    [Fact]
    public async Task TLS_with_any_certificate()
    {
        using var certificate = Certificate();
        await using var server = ScriptedServer.Start(new Script().Encrypt(certificate).Login().Query(1));

        await Talk.With([server], server.Options("bolt+ssc"), async client => Assert.Equal("(1)", await client.Read()));
    }

    [Fact]
    public async Task TLS_with_a_certificate_that_the_machine_does_not_trust()
    {
        using var certificate = Certificate();
        await using var server = ScriptedServer.Start(new Script().Step("a TLS handshake that is given up", async connection =>
        {
            var refused = await Record.ExceptionAsync(async () =>
            {
                await connection.Encrypt(certificate);
                Assert.Null(await connection.Take(1));
            });
            Assert.True(refused is null or IOException or System.Security.Authentication.AuthenticationException, refused?.ToString());
        }));

        await Talk.With([server], server.Options("bolt+s"), async client => Assert.Equal("Protocol: SERVER: TLS failed: the server's certificate is not trusted by this machine or is for another name, or it does not speak TLS. Install a certificate that is trusted, or use +ssc to accept any, or the scheme without +s when the server has no TLS.", await server.ReadFails(client)));
    }

    [Fact]
    public async Task TLS_with_a_server_without_it()
    {
        await using var server = ScriptedServer.Start(new Script().Step("a TLS handshake", connection => connection.Take(20)).End());

        await Talk.With([server], server.Options("bolt+s"), async client => Assert.Equal("Unavailable after 5 s: SERVER closed the connection while TLS was set up; it may not speak TLS: then use the scheme without +s.", await server.ReadFails(client)));
    }

    [Fact]
    public async Task A_server_that_wants_TLS_hangs_up()
    {
        await using var server = ScriptedServer.Start(new Script().Handshake().End());

        await Talk.With(server, async client => Assert.Equal(HungUp, await server.ReadFails(client)));
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=graph.example", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // A key that was never exported cannot be used by every platform's TLS.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
