namespace GraphService.GraphQL.Execution;

/// <summary>Writes errors as the specification's "Errors" section shapes them.</summary>
public static class ErrorWriter
{
    /// <summary>A whole response of a request that was refused: <c>{"errors":[...]}</c>.</summary>
    public static void WriteRequestErrors(ResponseWriter response, IReadOnlyList<GraphQLError> errors)
    {
        response.Truncate(0);
        response.Kind = ResponseKind.RequestError;
        response.Raw("{\"errors\":"u8);
        WriteList(response, errors);
        response.Raw("}"u8);
    }

    /// <summary>The list alone.</summary>
    public static void WriteList(ResponseWriter response, IReadOnlyList<GraphQLError> errors)
    {
        response.Raw("["u8);
        for (var i = 0; i < errors.Count; i++)
        {
            response.Raw(i == 0 ? ""u8 : ","u8);
            Write(response, errors[i]);
        }

        response.Raw("]"u8);
    }

    private static void Write(ResponseWriter response, GraphQLError error)
    {
        response.Raw("{\"message\":"u8);
        response.Text(error.Message);
        if (error.Locations.Count > 0)
        {
            response.Raw(",\"locations\":["u8);
            for (var i = 0; i < error.Locations.Count; i++)
            {
                response.Raw(i == 0 ? "{\"line\":"u8 : ",{\"line\":"u8);
                response.Int(error.Locations[i].Line);
                response.Raw(",\"column\":"u8);
                response.Int(error.Locations[i].Column);
                response.Raw("}"u8);
            }

            response.Raw("]"u8);
        }

        if (error.Path is not null)
        {
            response.Raw(",\"path\":"u8);
            WriteValue(response, error.Path);
        }

        response.Raw(",\"extensions\":{\"code\":"u8);
        response.Text(error.Code);
        foreach (var (name, value) in error.Extensions)
        {
            response.Raw(","u8);
            response.Text(name);
            response.Raw(":"u8);
            WriteValue(response, value);
        }

        response.Raw("}}"u8);
    }

    private static void WriteValue(ResponseWriter response, object? value)
    {
        switch (value)
        {
            case null: response.Null(); break;
            case string text: response.Text(text); break;
            case bool flag: response.Bool(flag); break;
            case int number: response.Int(number); break;
            case long number: response.Int(number); break;
            case double number: response.Double(number); break;
            case IEnumerable<KeyValuePair<string, object?>> members: WriteObject(response, members); break;
            case System.Collections.IEnumerable items: WriteItems(response, items); break;
            default: throw new ArgumentException($"No JSON for {value.GetType().Name}.", nameof(value));
        }
    }

    private static void WriteObject(ResponseWriter response, IEnumerable<KeyValuePair<string, object?>> members)
    {
        response.Raw("{"u8);
        var first = true;
        foreach (var (name, value) in members)
        {
            response.Raw(first ? ""u8 : ","u8);
            first = false;
            response.Text(name);
            response.Raw(":"u8);
            WriteValue(response, value);
        }

        response.Raw("}"u8);
    }

    private static void WriteItems(ResponseWriter response, System.Collections.IEnumerable items)
    {
        response.Raw("["u8);
        var first = true;
        foreach (var item in items)
        {
            response.Raw(first ? ""u8 : ","u8);
            first = false;
            WriteValue(response, item);
        }

        response.Raw("]"u8);
    }
}
