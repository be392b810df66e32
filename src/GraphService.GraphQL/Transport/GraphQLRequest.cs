using System.Text.Json;

namespace GraphService.GraphQL.Transport;

/// <summary>One GraphQL request (GraphQL-over-HTTP, Request Parameters). It refers to the bytes it was read from: they must live as long as it is used.</summary>
public sealed class GraphQLRequest : IDisposable
{
    /// <summary>How deep variables may nest; every reader of them may rely on it.</summary>
    public const int MaxVariablesDepth = 32;

    private readonly ReadOnlyMemory<byte> _queryToken;
    private JsonDocument? _variables;

    // The query comes as a whole JSON string, with its quotes.
    internal GraphQLRequest(ReadOnlyMemory<byte> queryToken, string? operationName, ReadOnlyMemory<byte> variables, ReadOnlyMemory<byte> extensions)
    {
        _queryToken = queryToken;
        OperationName = operationName;
        Variables = variables;
        Extensions = extensions;
    }

    /// <summary>The query as the inside of a JSON string: escaped, without the quotes. Equal bytes are equal queries, however they came.</summary>
    public ReadOnlyMemory<byte> QueryBytes => _queryToken[1..^1];

    /// <summary>Which operation of the document to run; null when the request names none.</summary>
    public string? OperationName { get; }

    /// <summary>The JSON object of variables as it came, well-formed and at most <see cref="MaxVariablesDepth"/> deep; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Variables { get; }

    /// <summary>The JSON object of extensions as it came; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Extensions { get; }

    /// <summary>Only a query may run: the request came by GET (GraphQL-over-HTTP, GET).</summary>
    public bool ReadOnly { get; init; }

    /// <summary>A request from the text of a query, as in a URL or on a command line.</summary>
    /// <exception cref="GraphQLException">BAD_REQUEST: a part of it is not what it should be. LIMIT_INPUT_DEPTH: it is nested too deep.</exception>
    public static GraphQLRequest Create(string query, string? operationName = null, string? variables = null, string? extensions = null, bool readOnly = false) =>
        new(JsonStrings.ToToken("query", query), operationName, RequestParser.ParseMap("variables", variables), RequestParser.ParseMap("extensions", extensions))
        {
            ReadOnly = readOnly,
        };

    /// <summary>The query as text.</summary>
    /// <exception cref="GraphQLException">BAD_REQUEST: the query is no Unicode text.</exception>
    public string GetQuery() => JsonStrings.Unescape("query", _queryToken.Span);

    /// <summary>The variables as a JSON object, of kind Undefined when there are none. Of equal names the last one counts.</summary>
    public JsonElement GetVariables()
    {
        if (Variables.IsEmpty)
        {
            return default;
        }

        _variables ??= JsonDocument.Parse(Variables, new JsonDocumentOptions { MaxDepth = MaxVariablesDepth });
        return _variables.RootElement;
    }

    public void Dispose() => _variables?.Dispose();
}
