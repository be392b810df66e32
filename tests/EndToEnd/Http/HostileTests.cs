using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace EndToEnd.Http;

/// <summary>What must not bring the program down. After each attack it still answers.</summary>
public sealed class HostileTests(Service service) : IClassFixture<Service>
{
    private const int Megabyte = 1_000_000;

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Megabyte / text.Length));

    private async Task IsAliveAsync() =>
        Assert.Equal("""{"data":{"__typename":"Query"}}""", (await service.QueryAsync("{ __typename }")).GetRawText());

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("{\"query\":")]
    [InlineData("\"")]
    [InlineData(" ")]
    [InlineData("\0")]
    public async Task A_megabyte_of_one_thing_as_body(string part)
    {
        using var answer = await service.PostAsync(Repeat(part));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"code\":\"BAD_REQUEST\"", await answer.Content.ReadAsStringAsync());
        await IsAliveAsync();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("(")]
    [InlineData("{a")]
    [InlineData("{a(b:")]
    [InlineData("{a(b:[")]
    [InlineData("{a(b:{c:")]
    [InlineData("query($a:[")]
    [InlineData("#")]
    [InlineData("a ")]
    [InlineData("@a")]
    [InlineData("...")]
    [InlineData("\u0000")]
    [InlineData("é")]
    public async Task A_megabyte_of_one_thing_as_query(string part)
    {
        // é is two bytes, escapes are six: half as many stay under the limit of the body.
        var query = Repeat(part)[..(Megabyte / (part is "é" ? 2 : part is "\0" ? 7 : 1) / part.Length * part.Length)];
        using var answer = await service.PostAsync(JsonSerializer.Serialize(new { query }, Relaxed));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("{\"errors\":[{\"message\":", body);
        Assert.True(body.Length < 10_000, "the answer repeats the attack");
        await IsAliveAsync();
    }

    [Theory]
    [InlineData("{\"a\":")]
    [InlineData("[")]
    public async Task A_megabyte_of_brackets_as_variables(string part)
    {
        using var answer = await service.PostAsync("{\"query\":\"{ __typename }\",\"variables\":{\"x\":" + Repeat(part)[..(Megabyte - 100)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await IsAliveAsync();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    public async Task Types_that_another_site_can_send(string contentType)
    {
        using var answer = await service.PostAsync("""{"query":"{ __typename }"}""", contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large()
    {
        using var answer = await service.PostAsync(new string(' ', 3 * Megabyte));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("\"code\":\"LIMIT_REQUEST_BYTES\"", await answer.Content.ReadAsStringAsync());
        await IsAliveAsync();
    }

    [Fact]
    public async Task Bodies_that_never_end()
    {
        var clients = Enumerable.Range(0, 50).Select(_ => new TcpClient(service.Address.Host, service.Address.Port)).ToList();
        foreach (var client in clients)
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"query\":"));
        }

        await IsAliveAsync();
        clients.ForEach(client => client.Dispose());
        await IsAliveAsync();
    }

    [Fact]
    public async Task Bytes_that_are_no_http()
    {
        using var client = new TcpClient(service.Address.Host, service.Address.Port);
        await client.GetStream().WriteAsync(new byte[] { 0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03, 0x0D, 0x0A, 0x0D, 0x0A });
        await IsAliveAsync();
    }

    [Fact]
    public async Task A_url_that_is_too_long()
    {
        using var answer = await service.Client.GetAsync(new Uri("/graphql?query=" + new string('a', 20_000), UriKind.Relative));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
        await IsAliveAsync();
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
