using System.Text.Json;
using GraphService.GraphQL;

namespace GraphService.Cli;

/// <summary>A GraphQL response as a command reads it.</summary>
internal sealed class Answer(JsonElement response)
{
    /// <summary>How deep an answer may nest: as deep as any query that is accepted.</summary>
    public const int MaxDepth = 1000;

    /// <summary>The response as it came.</summary>
    public JsonElement Response => response;

    /// <summary>Its errors; none when all went well.</summary>
    public IReadOnlyList<JsonElement> Errors => response.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    /// <summary>The value of a root field.</summary>
    public JsonElement this[string field] => response.GetProperty("data").GetProperty(field);

    /// <summary>The exit code that the errors ask for.</summary>
    public int ExitCode => Errors.Count == 0 ? Cli.ExitCode.Done : Errors.Max(error => CodeOf(error) switch
    {
        ErrorCodes.NodeNotFound => Cli.ExitCode.NotFound,
        ErrorCodes.Timeout or ErrorCodes.Unavailable or ErrorCodes.InternalServerError or "LIMIT_VISITED" or "LIMIT_GRAPH_SIZE" or "LIMIT_MEMORY" => Cli.ExitCode.Failure,
        _ => Cli.ExitCode.BadInput,
    });

    /// <summary>The code of an error; empty when it has none.</summary>
    public static string CodeOf(JsonElement error) =>
        error.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var code) ? code.GetString() ?? "" : "";

    /// <summary>The sentence of an error.</summary>
    public static string MessageOf(JsonElement error) => error.GetProperty("message").GetString() ?? "";
}
