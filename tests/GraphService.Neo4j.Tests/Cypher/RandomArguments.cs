using System.Text.Json.Nodes;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>Random values of input types, as variables have them.</summary>
internal sealed class RandomArguments(Schema schema, int seed)
{
    private const int MaxDepth = 4;

    private static readonly string[] Texts = ["", "a", "K.O.", "été", "' OR 1 = 1 //", "`n`", "$p.v0", "\\u0027", "\uE000", "😀 film", "\0", "} RETURN 1", new string('x', 3000)];

    private readonly Random _random = new(seed);

    /// <summary>A filter, or nothing.</summary>
    public JsonNode? Filter(string type) => _random.Next(4) == 0 ? null : Value(schema.Type(type)!, 0);

    /// <summary>A list of orders, or nothing.</summary>
    public JsonNode? Order(string type) => _random.Next(3) == 0 ? null : new JsonArray([.. Enumerable.Range(0, _random.Next(3)).Select(_ => Value(schema.Type(type)!, MaxDepth - 2))]);

    public int Size() => _random.Next(0, 20);

    public bool Flag() => _random.Next(2) == 0;

    public string Text() => Texts[_random.Next(Texts.Length)];

    private JsonNode? Value(GraphQLType type, int depth)
    {
        switch (type)
        {
            case NonNullType nonNull:
                return Value(nonNull.OfType, depth);
            case ListType list:
                return new JsonArray([.. Enumerable.Range(0, _random.Next(3)).Select(_ => Value(list.OfType, depth))]);
            case InputObjectType input:
                return Object(input, depth);
            case EnumType of:
                return JsonValue.Create(of.Values[_random.Next(of.Values.Count)].Name);
            case { Named.Name: "Int" }:
                return JsonValue.Create(_random.Next(-3, 3000));
            case { Named.Name: "Boolean" }:
                return JsonValue.Create(Flag());
            case { Named.Name: "Date" }:
                return JsonValue.Create(Flag() ? "2025" : "2025-06-06");
            default:
                return JsonValue.Create(Text());
        }
    }

    private JsonObject Object(InputObjectType type, int depth)
    {
        var made = new JsonObject();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var field = type.Fields[_random.Next(type.Fields.Count)];
            if (depth < MaxDepth || field.Type.Named is not InputObjectType)
            {
                made[field.Name] = field.Name is "search" or "nsearch" ? "ka bo" : _random.Next(12) == 0 && field.Name is "eq" or "neq" or "in" ? null : Value(field.Type, depth + 1);
            }
        }

        return made;
    }
}
