using System.Text.Json;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>What a graph holds, to ask for it: ids, texts by field, numbers.</summary>
internal sealed class ValuePool
{
    private const string Named = "__typename id name aliases";

    private const string Harvest = $$"""
        {
          people(first: 200) { nodes {
            {{Named}} sortName credits(first: 5) { nodes { note billing characters sources { source { {{Named}} } } } }
            honours { note year by { {{Named}} } } groups { {{Named}} } characters { {{Named}} } books { {{Named}} } } }
          works(first: 200) { nodes {
            __typename id title aliases year years genres { {{Named}} } places { {{Named}} } characters { {{Named}} } honours { note year by { {{Named}} } }
            releases { date territory organization { {{Named}} } } rankings { position date territory note organization { {{Named}} } } } }
        }
        """;

    private readonly Dictionary<string, List<string>> _ids = [];
    private readonly Dictionary<string, List<string>> _texts = [];
    private readonly Dictionary<string, List<int>> _numbers = [];

    /// <param name="ask">Asks the graph; gives the response.</param>
    public ValuePool(Func<string, string> ask)
    {
        using var response = JsonDocument.Parse(ask(Harvest));
        Add("data", response.RootElement.GetProperty("data"));
    }

    /// <summary>Ids of nodes of some types.</summary>
    public IReadOnlyList<string> Ids(IEnumerable<string> types) => [.. types.SelectMany(t => _ids.GetValueOrDefault(t, []))];

    public IReadOnlyList<string> AllIds => [.. _ids.Values.SelectMany(i => i)];

    /// <summary>The texts of a field; of all of them where it has none.</summary>
    public IReadOnlyList<string> Texts(string field) => _texts.GetValueOrDefault(field) ?? [.. _texts.Values.SelectMany(t => t)];

    public IReadOnlyList<int> Numbers(string field) => _numbers.GetValueOrDefault(field) ?? [0, 1, 2, 2000];

    private void Add(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    Add(property.Name, property.Value);
                }

                if (value.TryGetProperty("id", out var id) && value.TryGetProperty("__typename", out var type))
                {
                    AddTo(_ids, type.GetString()!, id.GetString()!);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Add(name, item);
                }

                break;
            case JsonValueKind.String when name is not ("__typename" or "id"):
                AddTo(_texts, name, value.GetString()!);
                break;
            case JsonValueKind.Number:
                AddTo(_numbers, name, value.GetInt32());
                break;
        }
    }

    private static void AddTo<T>(Dictionary<string, List<T>> all, string key, T value)
    {
        if (!all.TryGetValue(key, out var list))
        {
            all.Add(key, list = []);
        }

        if (!list.Contains(value))
        {
            list.Add(value);
        }
    }
}
