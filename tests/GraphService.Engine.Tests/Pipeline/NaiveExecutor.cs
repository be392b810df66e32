using System.Globalization;
using System.Text;
using GraphService.Engine.Tests.Binding;
using GraphService.Engine.Tests.Music;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Engine.Tests.Pipeline;

/// <summary>The specification's execution, word for word, one resolver a field, over the plain objects of a graph of music.</summary>
internal sealed class NaiveExecutor(MusicGraph graph, DocumentNode document, Func<string, bool> variable)
{
    private static readonly GraphQL.TypeSystem.Schema Served = MusicDomain.Instance.Schema;
    private readonly RandomFilter _lists = new(new Random(0), graph);

    private sealed record Page(IReadOnlyList<NaiveRow> Rows, int First, string Row);

    private sealed record Edge(NaiveRow Row, string Kind);

    private sealed record Source(string Id, string? Locator);

    private sealed record Probe(int Level);

    public string Answer()
    {
        var text = new StringBuilder("{\"data\":");
        WriteObject(text, Served.Query, this, [document.Definitions.OfType<OperationDefinitionNode>().Single().SelectionSet]);
        return text.Append('}').ToString();
    }

    private void WriteObject(StringBuilder text, ObjectType type, object value, IReadOnlyList<SelectionSetNode> sets)
    {
        var groups = new OrderedDictionary<string, List<FieldNode>>();
        var visited = new HashSet<string>();
        foreach (var set in sets)
        {
            CollectFields(type, set, visited, groups);
        }

        text.Append('{');
        var separator = "";
        foreach (var (name, fields) in groups)
        {
            text.Append(separator).Append('"').Append(name).Append("\":");
            separator = ",";
            if (fields[0].Name.Value == "__typename")
            {
                text.Append('"').Append(type.Name).Append('"');
                continue;
            }

            WriteValue(text, type.Field(fields[0].Name.Value)!.Type, Resolve(type.Name, value, fields[0]), [.. fields.Select(f => f.SelectionSet).OfType<SelectionSetNode>()]);
        }

        text.Append('}');
    }

    private void WriteValue(StringBuilder text, GraphQLType type, object? value, IReadOnlyList<SelectionSetNode> sets)
    {
        switch (value)
        {
            case null:
                Assert.False(type is NonNullType, "The tests' resolvers keep to the schema.");
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case int number:
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case string s when type.Named.IsLeafType:
                WriteText(text, s);
                break;
            case System.Collections.IEnumerable items:
                text.Append('[').AppendJoin(',', items.Cast<object?>().Select(item =>
                {
                    var inner = new StringBuilder();
                    WriteValue(inner, ((ListType)type.Nullable).OfType, item, sets);
                    return inner.ToString();
                })).Append(']');
                break;
            default:
                WriteObject(text, TypeOf(type.Named, value), value, sets);
                break;
        }
    }

    private static ObjectType TypeOf(NamedType type, object value) => type as ObjectType
        ?? Served.PossibleTypes(type).Single(t => DomainNames[((MusicNode)value).Kind] == t.Name);

    private static readonly Dictionary<string, string> DomainNames = new()
    {
        ["ARTIST"] = "Artist",
        ["ALBUM"] = "Album",
        ["SINGLE"] = "Single",
        ["LABEL"] = "Label",
        ["SOURCE"] = "Source",
    };

    // Spec, Field Collection: CollectFields()
    private void CollectFields(ObjectType type, SelectionSetNode set, HashSet<string> visited, OrderedDictionary<string, List<FieldNode>> groups)
    {
        foreach (var selection in set.Selections)
        {
            if (selection.Directives.Any(d => d.Name.Value == "skip" == variable(((VariableNode)d.Arguments[0].Value).Name.Value)))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    groups.TryAdd(field.ResponseName, []);
                    groups[field.ResponseName].Add(field);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    var fragment = document.Definitions.OfType<FragmentDefinitionNode>().Single(f => f.Name.Value == spread.Name.Value);
                    CollectFragment(fragment.TypeCondition, fragment.SelectionSet);
                    break;
                case InlineFragmentNode inline:
                    CollectFragment(inline.TypeCondition, inline.SelectionSet);
                    break;
            }
        }

        void CollectFragment(NamedTypeNode? condition, SelectionSetNode selections)
        {
            if (condition is null || Served.IsSubType(type, Served.Type(condition.Name.Value)!))
            {
                CollectFields(type, selections, visited, groups);
            }
        }
    }

    private object? Resolve(string type, object value, FieldNode field)
    {
        var name = field.Name.Value;
        return value switch
        {
            NaiveExecutor => Root(name, field),
            MusicNode node => Node(node, name, field),
            MusicLink link => Record(link, name),
            Page page => Connection(page, name),
            Edge edge => name == "node" ? (edge.Kind == "parts" ? edge.Row.Link! : edge.Row.Node!) : Record(edge.Row.Link!, name),
            NaiveAggregates counted => counted.Resolve(type, name),
            NaiveGroup group => name == "count" ? group.Count : group.Key,
            NaivePage info => name == "hasNextPage" ? info.HasNext : info.HasPrevious,
            Source source => name == "source" ? graph.Nodes.Single(n => n.Id == source.Id) : source.Locator,
            Probe probe => name switch { "value" => 1, "artist" => null, "tags" => (string[])["a \"tag\"", "b"], _ => new Probe(probe.Level + 1) },
            _ => throw new InvalidOperationException($"Nothing resolves {type}.{name}."),
        };
    }

    private object? Root(string name, FieldNode field) => name switch
    {
        "node" => Find(Id(field, "id"), _ => true),
        "artist" => Find(Id(field, "id"), n => n.Kind == "ARTIST"),
        "recording" => Find(Id(field, "id"), IsRecording),
        "album" => Find(Id(field, "id"), n => n.Kind == "ALBUM"),
        "nodes" => ((ListValueNode)field.Arguments[0].Value).Items.Select(i => (object?)Find(((StringValueNode)i).Value, _ => true)).ToList(),
        "artists" => Paged(graph.Artists.Select(Row), RandomOrder.Artists, field),
        "recordings" => Paged(graph.Recordings.Select(Row), RandomOrder.Recordings, field),
        "albums" => Paged(graph.Recordings.Where(n => n.Kind == "ALBUM").Select(Row), RandomOrder.Recordings, field),
        "index" => Paged(graph.Artists.Where(n => ((string)n["sortName"]!).StartsWith(Id(field, "letter"), StringComparison.Ordinal)).Select(Row), RandomOrder.Artists, field),
        _ => new Probe(0),
    };

    private object? Node(MusicNode node, string name, FieldNode field) => name switch
    {
        "aliases" => (string[]?)node[name] ?? [],
        "lucky" or "years" => ((int[]?)node[name] ?? []).Order().ToArray(),
        "crafts" => RandomMusic.PartTypes.Where(t => graph.Links.Exists(l => l.From == node && l.Type == t)).Select(MusicLink.CraftOf).ToList(),
        "parts" => Paged(_lists.Parts(Row(node)), RandomOrder.Parts, field),
        "sang" => Paged(_lists.Sang(node), RandomOrder.Recordings, field),
        "singers" => Paged(_lists.Singers(node), RandomOrder.Singers, field),
        "original" => Sorted(graph.Links.Where(l => l.Type == "COVERS" && l.From == node).Select(l => Row(l.To)), RandomOrder.Recordings).FirstOrDefault().Node,
        "covers" => Sorted(graph.Links.Where(l => l.Type == "COVERS" && l.To == node).Select(l => Row(l.From)), RandomOrder.Recordings).Select(r => r.Node).ToList(),
        "recordings" => Paged(graph.Links.Where(l => l.Type == "ISSUED_BY" && l.To == node).Select(l => Row(l.From)).Distinct(), RandomOrder.Recordings, field),
        "issues" => graph.Links.Where(l => l.Type == "ISSUED_BY" && l.From == node)
            .OrderBy(l => (string)l["date"]!, StringComparer.Ordinal).ThenBy(l => (string)l.To["name"]!, CodePoints).ThenBy(l => l.To.Id, CodePoints).ToList(),
        "sources" => Evidence(node.Values),
        _ => node[name],
    };

    private static object? Record(MusicLink link, string name) => name switch
    {
        "artist" => link.From,
        "recording" or "label" => link.To,
        "songs" => (string[]?)link["songs"] ?? [],
        "sources" => Evidence(link.Values),
        _ => link[name],
    };

    private object Connection(Page page, string name) => name switch
    {
        "aggregates" => new NaiveAggregates(graph, page.Rows),
        "totalCount" => page.Rows.Count,
        "pageInfo" => NaivePage.Of(page.Rows.Count, new PageRequest(First: page.First)),
        "edges" => page.Rows.Take(page.First).Select(r => new Edge(r, page.Row)).ToList(),
        _ => page.Rows.Take(page.First).Select(r => page.Row == "parts" ? (object)r.Link! : r.Node!).ToList(),
    };

    private static Page Paged(IEnumerable<NaiveRow> rows, NaiveOrder order, FieldNode field)
    {
        var first = field.Arguments.FirstOrDefault(a => a.Name.Value == "first")?.Value is IntValueNode size ? int.Parse(size.Text, CultureInfo.InvariantCulture) : 50;
        return new Page(Sorted(rows, order), first, field.Name.Value);
    }

    private static List<NaiveRow> Sorted(IEnumerable<NaiveRow> rows, NaiveOrder order)
    {
        var sorted = rows.ToList();
        sorted.Sort(order.Compare);
        return sorted;
    }

    private static List<Source> Evidence(Dictionary<string, object> values)
    {
        var locators = (string[]?)values.GetValueOrDefault("locators") ?? [];
        return [.. ((string[]?)values.GetValueOrDefault("sources") ?? []).Select((id, i) => new Source(id, locators.ElementAtOrDefault(i)))];
    }

    private MusicNode? Find(string id, Func<MusicNode, bool> isWanted) => graph.Nodes.Find(n => n.Id == id && isWanted(n));

    private static bool IsRecording(MusicNode node) => node.Kind is "ALBUM" or "SINGLE";

    private static NaiveRow Row(MusicNode node) => new(node, null);

    private static string Id(FieldNode field, string argument) => ((StringValueNode)field.Arguments.Single(a => a.Name.Value == argument).Value).Value;

    private static readonly Comparer<string> CodePoints = Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));

    /// <summary>Only quotes, backslashes and control characters are escaped.</summary>
    private static void WriteText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            text.Append(c switch { '"' => "\\\"", '\\' => "\\\\", '\t' => "\\t", _ => c.ToString() });
        }

        text.Append('"');
    }
}
