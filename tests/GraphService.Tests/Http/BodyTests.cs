using System.Globalization;

namespace GraphService.Tests.Http;

public class BodyTests
{
    private const string Head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    [Fact]
    public async Task A_body_may_come_in_pieces()
    {
        await using var service = await TestService.StartAsync();
        using var connection = new RawConnection(service.Address);
        await connection.SendAsync(Head + "Content-Length: 17\r\n\r\n{\"que");
        await connection.SendAsync("ry\":\"{");
        await connection.SendAsync(" a }\"}");
        Assert.Contains("\"query\":\"{ a }\"", await connection.ReadUntilAsync("}}"));
    }

    [Fact]
    public async Task A_chunked_body_is_read()
    {
        await using var service = await TestService.StartAsync();
        using var connection = new RawConnection(service.Address);
        await connection.SendAsync(Head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"que\r\nc\r\nry\":\"{ a }\"}\r\n0\r\n\r\n");
        Assert.Contains("\"query\":\"{ a }\"", await connection.ReadUntilAsync("}}"));
    }

    [Fact]
    public async Task Requests_of_one_connection_do_not_mix()
    {
        await using var service = await TestService.StartAsync();
        using var connection = new RawConnection(service.Address);
        var requests = string.Concat(Enumerable.Range(0, 50).Select(i =>
        {
            var body = $$"""{"query":"{ field{{i.ToString(CultureInfo.InvariantCulture)}} }"}""";
            return $"{Head}Content-Length: {body.Length}\r\n\r\n{body}";
        }));
        await connection.SendAsync(requests);
        var answers = await connection.ReadUntilAsync("{ field49 }\",\"operationName\":\"\",\"variables\":null,\"readOnly\":false}}");
        Assert.Equal(
            Enumerable.Range(0, 50).Select(i => $"{{ field{i} }}"),
            answers.Split("\"query\":\"").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_chunked_body_that_is_too_large_is_refused()
    {
        await using var service = await TestService.StartAsync("--Limits:RequestBytes=1000");
        using var connection = new RawConnection(service.Address);
        await connection.SendAsync(Head + "Transfer-Encoding: chunked\r\n\r\n");
        await connection.SendAsync("800\r\n" + new string(' ', 0x800) + "\r\n");
        var answer = await connection.ReadUntilAsync("}]}");
        Assert.StartsWith("HTTP/1.1 413 ", answer);
        Assert.Contains("\"code\":\"LIMIT_REQUEST_BYTES\",\"limit\":{\"name\":\"REQUEST_BYTES\",\"value\":1000}", answer);
    }

    [Fact]
    public async Task A_length_that_is_too_large_is_refused_before_the_body_comes()
    {
        await using var service = await TestService.StartAsync();
        using var connection = new RawConnection(service.Address);
        await connection.SendAsync(Head + "Content-Length: 99999999999\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", await connection.ReadUntilAsync("}]}"));
    }

    [Fact]
    public async Task A_body_that_ends_early_harms_no_one_else()
    {
        await using var service = await TestService.StartAsync();
        using var connection = new RawConnection(service.Address);
        await connection.SendAsync(Head + "Content-Length: 100\r\n\r\n{\"query\":");
        connection.EndSending();
        await connection.ReadUntilAsync("}]}");
        using var after = await service.PostAsync("""{"query":"{ a }"}""");
        Assert.True(after.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n{\"query\":", false)]
    [InlineData("Content-Length: 100\r\n\r\n{\"query\":", true)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"que\r\n", false)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"que\r\n", true)]
    public async Task A_body_that_ends_early_is_nothing_to_warn_of(string halfBody, bool reset)
    {
        LogLines log;
        await using (var service = await TestService.StartAsync())
        {
            log = service.Log;
            for (var i = 0; i < 10; i++)
            {
                using var connection = new RawConnection(service.Address);
                // The server says "100 Continue" when it begins to read the body: only a read under way can be broken off.
                await connection.SendAsync(Head + "Expect: 100-continue\r\n" + halfBody);
                await connection.ReadUntilAsync("100 Continue\r\n\r\n");
                if (reset)
                {
                    connection.Reset();
                }
                else
                {
                    connection.EndSending();
                    await connection.ReadUntilAsync("}]}");
                }
            }

            using var after = await service.PostAsync("""{"query":"{ a }"}""");
            Assert.True(after.IsSuccessStatusCode);
        }

        // The server has ended: every connection has said what it had to.
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task Connections_that_hold_half_a_body_are_bounded()
    {
        await using var service = await TestService.StartAsync("--Limits:Connections=1");
        using var first = new RawConnection(service.Address);
        await first.SendAsync(Head + "Content-Length: 17\r\n\r\n{\"query\":");
        using var second = new RawConnection(service.Address);
        Assert.Equal("", await second.ReadUntilAsync("}]}"));
        await first.SendAsync("\"{ a }\"}");
        Assert.Contains("\"query\":\"{ a }\"", await first.ReadUntilAsync("}}"));
    }

    [Fact]
    public async Task A_malformed_chunk_is_a_bad_request()
    {
        await using var service = await TestService.StartAsync();
        using var connection = new RawConnection(service.Address);
        await connection.SendAsync(Head + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", await connection.ReadUntilAsync("}]}"));
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_given_up()
    {
        await using var service = await TestService.StartAsync();
        using var connection = new RawConnection(service.Address);
        await connection.SendAsync(Head + "Content-Length: 100\r\n\r\n{");
        var answer = await connection.ReadUntilAsync("}]}");
        Assert.StartsWith("HTTP/1.1 408 ", answer);
        Assert.Contains("The body of the request came too slowly.", answer);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public async Task A_megabyte_of_brackets_is_a_bad_request(string bracket)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.PostAsync(string.Concat(Enumerable.Repeat(bracket, 1_000_000 / bracket.Length)));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
