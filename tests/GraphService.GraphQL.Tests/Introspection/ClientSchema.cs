using System.Text.Json;

namespace GraphService.GraphQL.Tests.Introspection;

/// <summary>What a client makes of the answer to the introspection query: SDL without what is built in, in any layout.</summary>
internal static class ClientSchema
{
    private static readonly string[] BuiltInNames = ["Int", "Float", "String", "Boolean", "ID", "skip", "include", "deprecated", "specifiedBy", "oneOf"];

    public static string Sdl(string data)
    {
        using var json = JsonDocument.Parse(data);
        var schema = json.RootElement.GetProperty("__schema");
        return Describe(schema) + "schema {" + Root(schema, "query") + Root(schema, "mutation") + Root(schema, "subscription") + " }\n"
            + Each(schema, "directives", Directive) + Each(schema, "types", Type);
    }

    private static string Root(JsonElement schema, string operation) =>
        schema.GetProperty(operation + "Type") is { ValueKind: JsonValueKind.Object } type ? $" {operation}: {Name(type)}" : "";

    private static string Directive(JsonElement directive)
    {
        if (IsBuiltIn(directive))
        {
            return "";
        }

        var locations = directive.GetProperty("locations").EnumerateArray().Select(location => location.GetString());
        var repeatable = directive.GetProperty("isRepeatable").GetBoolean() ? " repeatable" : "";
        return $"{Describe(directive)}directive @{Name(directive)}{Arguments(directive)}{repeatable} on {string.Join(" | ", locations)}\n";
    }

    private static string Type(JsonElement type)
    {
        if (IsBuiltIn(type))
        {
            return "";
        }

        var name = Name(type);
        return Describe(type) + type.GetProperty("kind").GetString() switch
        {
            "SCALAR" => $"scalar {name}" + (Text(type, "specifiedByURL") is { } url ? $" @specifiedBy(url: {Quote(url)})" : ""),
            "OBJECT" => $"type {name}{Names(type, "interfaces", " implements ", " & ")} {{ {Each(type, "fields", Field)} }}",
            "INTERFACE" => $"interface {name}{Names(type, "interfaces", " implements ", " & ")} {{ {Each(type, "fields", Field)} }}",
            "UNION" => $"union {name}{Names(type, "possibleTypes", " = ", " | ")}",
            "ENUM" => $"enum {name} {{ {Each(type, "enumValues", value => Describe(value) + Name(value) + Deprecated(value))} }}",
            _ => $"input {name}{(type.GetProperty("isOneOf").GetBoolean() ? " @oneOf" : "")} {{ {Each(type, "inputFields", InputValue)} }}",
        } + "\n";
    }

    private static string Field(JsonElement field) =>
        $"{Describe(field)}{Name(field)}{Arguments(field)}: {Reference(field.GetProperty("type"))}{Deprecated(field)} ";

    private static string Arguments(JsonElement owner) =>
        owner.GetProperty("args").GetArrayLength() == 0 ? "" : $"({Each(owner, "args", InputValue)})";

    private static string InputValue(JsonElement value) =>
        $"{Describe(value)}{Name(value)}: {Reference(value.GetProperty("type"))}{(Text(value, "defaultValue") is { } text ? $" = {text}" : "")}{Deprecated(value)} ";

    private static string Reference(JsonElement type) => type.GetProperty("kind").GetString() switch
    {
        "LIST" => $"[{Reference(type.GetProperty("ofType"))}]",
        "NON_NULL" => Reference(type.GetProperty("ofType")) + "!",
        _ => Name(type),
    };

    private static string Deprecated(JsonElement member) =>
        member.GetProperty("isDeprecated").GetBoolean() ? $" @deprecated(reason: {Quote(Text(member, "deprecationReason")!)}) " : " ";

    private static string Names(JsonElement type, string list, string before, string between) =>
        type.GetProperty(list).GetArrayLength() == 0 ? "" : before + string.Join(between, type.GetProperty(list).EnumerateArray().Select(Name));

    private static string Each(JsonElement owner, string list, Func<JsonElement, string> text) => string.Concat(owner.GetProperty(list).EnumerateArray().Select(text));

    private static string Describe(JsonElement element) => Text(element, "description") is { } text ? Quote(text) + " " : "";

    // JSON's escapes are GraphQL's.
    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();

    private static string Name(JsonElement element) => element.GetProperty("name").GetString()!;

    private static bool IsBuiltIn(JsonElement element) => Name(element).StartsWith("__", StringComparison.Ordinal) || BuiltInNames.Contains(Name(element));
}
