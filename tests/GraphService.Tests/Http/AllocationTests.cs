using System.Buffers;
using System.IO.Pipelines;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Transport;
using GraphService.Http;
using GraphService.Options;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;

namespace GraphService.Tests.Http;

public class AllocationTests
{
    private const int Requests = 1000;

    /// <summary>
    /// The request object, its turn, response headers and, in a debug build, the states of async methods: no copy of the body, no timer, no answer.
    /// </summary>
    [Fact]
    public void A_request_allocates_little()
    {
        using var endpoint = new GraphQLEndpoint(new Constant(), new LimitsOptions(), NullLogger<GraphQLEndpoint>.Instance);
        var body = """{"query":"query($id: ID!) { person(id: $id) { name } }","variables":{"id":"p1"}}"""u8.ToArray();
        var contexts = Enumerable.Range(0, 2 * Requests).Select(_ => CreateContext(body)).ToList();

        foreach (var context in contexts[..Requests])
        {
            Assert.True(endpoint.InvokeAsync(context).IsCompletedSuccessfully);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var context in contexts[Requests..])
        {
            _ = endpoint.InvokeAsync(context);
        }

        var perRequest = (GC.GetAllocatedBytesForCurrentThread() - before) / Requests;
        Assert.InRange(perRequest, 0, 1600);
    }

    private static DefaultHttpContext CreateContext(byte[] body)
    {
        var pipes = new Pipes(PipeReader.Create(new ReadOnlySequence<byte>(body)), PipeWriter.Create(Stream.Null));
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = "POST",
            Path = "/graphql",
            Headers = { ContentType = "application/json", ContentLength = body.Length },
        });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IRequestBodyPipeFeature>(pipes);
        features.Set<IHttpResponseBodyFeature>(pipes);
        return new DefaultHttpContext(features);
    }

    private sealed class Pipes(PipeReader reader, PipeWriter writer) : IRequestBodyPipeFeature, IHttpResponseBodyFeature
    {
        public PipeReader Reader => reader;

        public PipeWriter Writer => writer;

        public Stream Stream => Stream.Null;

        public void DisableBuffering()
        {
        }

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task CompleteAsync() => Task.CompletedTask;
    }

    private sealed class Constant : IRequestExecutor
    {
        public string Sdl => "";

        public ValueTask ExecuteAsync(GraphQLRequest request, ResponseWriter response, CancellationToken cancellationToken)
        {
            response.Raw("""{"data":{"person":{"name":"Zita Hanrot"}}}"""u8);
            return ValueTask.CompletedTask;
        }
    }
}
