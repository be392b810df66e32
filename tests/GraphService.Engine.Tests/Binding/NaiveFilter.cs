using System.Text.Json;
using GraphService.Engine.Tests.Music;

namespace GraphService.Engine.Tests.Binding;

/// <summary>A row of a list: a node, and the relationship that led to it; for a record the relationship.</summary>
internal readonly record struct NaiveRow(MusicNode? Node, MusicLink? Link);

/// <summary>A value as GraphQL and as JSON.</summary>
internal sealed record Written(string Text, string Json)
{
    public static Written Of(object? value)
    {
        var json = JsonSerializer.Serialize(value);
        return new Written(json, json);
    }

    public static Written Enum(string name) => new(name, $"\"{name}\"");

    public static Written List(IEnumerable<Written> items)
    {
        var all = items.ToList();
        return new Written($"[{string.Join(", ", all.Select(i => i.Text))}]", $"[{string.Join(',', all.Select(i => i.Json))}]");
    }

    public static Written Object(IEnumerable<(string Name, Written Value)> fields)
    {
        var all = fields.ToList();
        return new Written(
            $"{{{string.Join(", ", all.Select(f => $"{f.Name}: {f.Value.Text}"))}}}",
            $"{{{string.Join(',', all.Select(f => $"\"{f.Name}\":{f.Value.Json}"))}}}");
    }
}

/// <summary>A condition as it is asked for, and as the contract means it, word for word.</summary>
internal sealed record NaiveFilter<T>(Written Written, Func<T, bool> Holds);
