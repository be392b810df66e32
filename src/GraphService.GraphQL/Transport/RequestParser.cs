using System.Text;
using System.Text.Json;

namespace GraphService.GraphQL.Transport;

/// <summary>Reads a GraphQL request from JSON (GraphQL-over-HTTP, JSON Encoding). Unknown properties are ignored, null is as absent, of equal names the last counts.</summary>
public static class RequestParser
{
    // Skip() bounds the depth, with a better message. The reader keeps a bit per level, not a stack frame.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };

    // Some clients send one (RFC 8259, section 8.1: parsers may ignore it).
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The request in the body of a POST. It refers to the body's memory.</summary>
    /// <exception cref="GraphQLException">BAD_REQUEST: the body is no GraphQL request. LIMIT_INPUT_DEPTH: it is one, nested too deep.</exception>
    public static GraphQLRequest Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith(ByteOrderMark))
        {
            body = body[ByteOrderMark.Length..];
        }

        if (body.IsEmpty)
        {
            throw RequestErrors.EmptyBody();
        }

        try
        {
            return ParseObject(body);
        }
        catch (JsonException error)
        {
            throw RequestErrors.NotJson(error);
        }
        catch (InvalidOperationException)
        {
            // A name cannot be compared: unpaired surrogates in its escapes.
            throw RequestErrors.NameNotUnicode();
        }
    }

    private static GraphQLRequest ParseObject(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(body.Span, Options);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw reader.TokenType == JsonTokenType.StartArray ? RequestErrors.Batch() : RequestErrors.NotAnObject(reader.TokenType);
        }

        ReadOnlyMemory<byte> query = default, variables = default, extensions = default;
        string? operationName = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("query"u8))
            {
                query = ReadStringToken("query", ref reader, body);
            }
            else if (reader.ValueTextEquals("variables"u8))
            {
                variables = ReadMap("variables", ref reader, body);
            }
            else if (reader.ValueTextEquals("operationName"u8))
            {
                operationName = ReadStringToken("operationName", ref reader, body).IsEmpty ? null : JsonStrings.GetString("operationName", ref reader);
            }
            else if (reader.ValueTextEquals("extensions"u8))
            {
                extensions = ReadMap("extensions", ref reader, body);
            }
            else
            {
                reader.Read();
                Skip(null, ref reader);
            }
        }

        reader.Read(); // refuses what follows the object
        return query.IsEmpty ? throw RequestErrors.MissingQuery() : new GraphQLRequest(query, operationName, variables, extensions);
    }

    /// <summary>The JSON object of a parameter given as text; empty when the text is null, empty or says null.</summary>
    internal static ReadOnlyMemory<byte> ParseMap(string parameter, string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return default;
        }

        var bytes = Encoding.UTF8.GetBytes(json);
        try
        {
            var reader = new Utf8JsonReader(bytes, Options);
            var map = ReadMap(parameter, ref reader, bytes);
            reader.Read();
            return map;
        }
        catch (JsonException error)
        {
            throw RequestErrors.ParameterNotJson(parameter, error);
        }
    }

    private static ReadOnlyMemory<byte> ReadStringToken(string parameter, ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.String => body[(int)reader.TokenStartIndex..(int)reader.BytesConsumed],
            var other => throw RequestErrors.WrongType(parameter, "a string", other),
        };
    }

    private static ReadOnlyMemory<byte> ReadMap(string parameter, ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw RequestErrors.WrongType(parameter, "an object", reader.TokenType);
        }

        var start = (int)reader.TokenStartIndex;
        Skip(parameter, ref reader);
        return body[start..(int)reader.BytesConsumed];
    }

    /// <summary>Passes over the value at which the reader stands, counting its levels.</summary>
    private static void Skip(string? parameter, ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var outside = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > outside)
        {
            var isNested = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
            if (isNested && reader.CurrentDepth - outside >= GraphQLRequest.MaxVariablesDepth)
            {
                while (reader.Read())
                {
                    // Only a well-formed request meets a bound: what is malformed further on is no request at all.
                }

                throw RequestErrors.TooDeep(parameter);
            }
        }
    }
}
