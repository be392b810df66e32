using System.Text.Json;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>A value in a random query, which can be written into the document or sent as a variable.</summary>
internal abstract record QueryValue
{
    public static readonly QueryValue Null = new Leaf("null", "null");

    public static QueryValue Of(string text) => new Leaf(Quoted(text), Quoted(text));

    public static QueryValue Of(int number) => new Leaf($"{number}", $"{number}");

    public static QueryValue Of(bool flag) => new Leaf(flag ? "true" : "false", flag ? "true" : "false");

    public static QueryValue Enum(string name) => new Leaf(name, Quoted(name));

    /// <summary>As it stands in a document; variables are added on the way.</summary>
    public abstract string Written(QueryVariables variables);

    public abstract string Json { get; }

    /// <summary>Smaller values of the same type.</summary>
    public virtual IEnumerable<QueryValue> Smaller() => [];

    // JSON's escapes are those of GraphQL, surrogates written as pairs.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private sealed record Leaf(string Literal, string AsJson) : QueryValue
    {
        public override string Json => AsJson;

        public override string Written(QueryVariables variables) => Literal;
    }

    public sealed record Items(QueryValue[] Values) : QueryValue
    {
        public override string Json => $"[{string.Join(',', Values.Select(v => v.Json))}]";

        public override string Written(QueryVariables variables) => $"[{string.Join(", ", Values.Select(v => v.Written(variables)))}]";

        public override IEnumerable<QueryValue> Smaller() => Shrinking.Arrays(Values, v => v.Smaller(), least: 0).Select(values => new Items(values));
    }

    public sealed record Entries(QueryEntry[] Values) : QueryValue
    {
        public override string Json => $"{{{string.Join(',', Values.Select(v => $"\"{v.Name}\":{v.Value.Json}"))}}}";

        public override string Written(QueryVariables variables) => $"{{{string.Join(", ", Values.Select(v => $"{v.Name}: {v.Value.Written(variables)}"))}}}";

        public override IEnumerable<QueryValue> Smaller() => Shrinking.Arrays(Values, e => e.Smaller(), least: 0).Select(values => new Entries(values));
    }

    /// <summary>A value that is sent as a variable.</summary>
    public sealed record Variable(string Type, QueryValue Value) : QueryValue
    {
        public override string Json => Value.Json;

        public override string Written(QueryVariables variables) => variables.Add(Type, Value.Json);

        public override IEnumerable<QueryValue> Smaller() => Value.Smaller().Select(v => this with { Value = v }).Prepend(Value);
    }
}

/// <summary>An argument, or a field of an input object.</summary>
internal sealed record QueryEntry(string Name, QueryValue Value, bool IsRequired = false)
{
    public IEnumerable<QueryEntry> Smaller() => Value.Smaller().Select(v => this with { Value = v });
}

/// <summary>The variables of a random query.</summary>
internal sealed class QueryVariables
{
    private readonly List<(string Type, string Json)> _all = [];

    public string Declared => _all.Count == 0 ? "" : $"query ({string.Join(", ", _all.Select((v, i) => $"$v{i}: {v.Type}"))}) ";

    public string Json => $"{{{string.Join(',', _all.Select((v, i) => $"\"v{i}\":{v.Json}"))}}}";

    public string Add(string type, string json)
    {
        _all.Add((type, json));
        return $"$v{_all.Count - 1}";
    }
}
