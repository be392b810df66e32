using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphService.Neo4j;

namespace GraphService.Http;

/// <summary>/health: the process answers. /health/ready: requests can be answered, from what, and if not, why.</summary>
internal static class Health
{
    private const string Json = "application/json";

    public static async Task AnswerAsync(HttpContext context, Func<CancellationToken, Task<Readiness>> askReadiness)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            await Reply.TextAsync(context, StatusCodes.Status405MethodNotAllowed, "text/plain; charset=utf-8", "Ask for this by GET.\n");
            return;
        }

        if (context.Request.Path.Value == "/health")
        {
            await Reply.TextAsync(context, StatusCodes.Status200OK, Json, """{"status":"ok"}""");
            return;
        }

        var readiness = await askReadiness(context.RequestAborted);
        if (!readiness.IsReady)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        await Reply.TextAsync(context, readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, Json, Describe(readiness));
    }

    /// <summary>Readiness as JSON.</summary>
    public static string Describe(Readiness readiness)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status", readiness.IsReady ? "ready" : "not ready");
            if (readiness.Reason is { } reason)
            {
                json.WriteString("reason", reason);
            }

            if (readiness.Generation is { } generation)
            {
                json.WriteNumber("generation", generation);
            }

            if (readiness.Projection is { } projection)
            {
                json.WritePropertyName("projection");
                Write(json, projection);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, ProjectionReadiness projection)
    {
        json.WriteStartObject();
        json.WriteNumber("generation", projection.Generation);
        json.WriteNumber("nodes", projection.Nodes);
        json.WriteNumber("relationships", projection.Relationships);
        json.WriteNumber("bytes", projection.Bytes);
        json.WriteString("loadedAt", projection.LoadedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteNumber("ageSeconds", Math.Round(projection.Age.TotalSeconds, 1));
        json.WriteNumber("loadSeconds", Math.Round(projection.LoadTime.TotalSeconds, 3));
        json.WriteEndObject();
    }
}
