using System.Globalization;
using System.Numerics;
using System.Text;
using GraphService.Graph.Model;

namespace GraphService.Graph.Query;

/// <summary>
/// A plan as text, for people: one line for each field of the answer, with what it reads and where from. <c>!</c>: never null; <c>if c0</c>: only
/// where that condition holds; <c>slot 0</c>: filled by each request.
/// </summary>
public sealed class PlanPrinter
{
    private const int Indentation = 2;
    private readonly GraphModel _model;
    private readonly StringBuilder _text = new();
    private int _depth;

    private PlanPrinter(GraphModel model) => _model = model;

    /// <summary>Prints how a root field is answered.</summary>
    public static string Print(GraphModel model, RootOutput root)
    {
        var printer = new PlanPrinter(model);
        printer.Root(root);
        return printer._text.ToString();
    }

    private void Root(RootOutput root)
    {
        if (root.Access == RootAccess.None)
        {
            Field(root.Output);
            return;
        }

        var access = root.Access switch { RootAccess.Id => "by id", RootAccess.Ids => "by ids", _ => "by id or name" };
        var kinds = BitOperations.PopCount(root.Kinds) >= _model.Kinds.Count ? "any kind" : string.Join(' ', _model.Kinds.Where(k => (root.Kinds >> k.Index & 1) != 0).Select(k => k.Name));
        Line($"{NameOf(root.Output)}: {access} in slot {root.Slot}, {kinds}");
        Inside(() => Selection(((NodeOutput)root.Output).Selection));
    }

    private void Field(Output output)
    {
        Line($"{NameOf(output)}: {Describe(output)}");
        Inside(() => Children(output));
    }

    private string NameOf(Output output) =>
        $"{output.Field.Path[^1]}{(output.IsNonNull ? "!" : "")}{(output.Condition < 0 ? "" : $" if c{output.Condition}")}";

    private string Describe(Output output) => output switch
    {
        ConstantOutput constant => Encoding.UTF8.GetString(constant.Json),
        ValueOutput { Kind: OutputKind.Id or OutputKind.KindName or OutputKind.TypeName } value => Describe(value.Value),
        ValueOutput value => $"{Word(value.Kind)} {Describe(value.Value)}",
        DistinctTypeNamesOutput types => $"types of {Describe(types.Adjacency)}",
        NodeOutput { FirstOf: { } first } => $"first of {Describe(first)}",
        NodeOutput node => Word(node.Subject),
        NodesOutput nodes => $"nodes of {Describe(nodes.Adjacency)}",
        RecordsOutput records => $"records of {Describe(records.Adjacency)}",
        PropertiesOutput => "properties of relationship",
        EvidenceOutput evidence => $"evidence of {Word(evidence.Subject)}",
        ConnectionOutput connection => $"page in slot {connection.Slot} of {Describe(connection.Source)}{Needs(connection)}",
        ComputedOutput computed => $"computed by {computed.Computation.GetType().Name} in slot {computed.Slot}",
        MemberOutput member => $"member {member.Member}",
        AggregateOutput aggregate => $"{Word(aggregate.Kind)} {Describe(aggregate.Measure)}",
        GroupsOutput groups => $"rows by {Describe(groups.Measure)}{(groups.Span == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", {groups.Span} to a group"))}",
        _ => Word(output.Kind),
    };

    private static string Needs(ConnectionOutput connection)
    {
        var needs = new List<string>();
        if (connection.NeedsCount)
        {
            needs.Add("count");
        }

        if (connection.NeedsNext)
        {
            needs.Add("next");
        }

        if (connection.NeedsPrevious)
        {
            needs.Add("previous");
        }

        return needs.Count == 0 ? "" : $", needs {string.Join(' ', needs)}";
    }

    private string Describe(ConnectionSource source) => source switch
    {
        AdjacencySource adjacency => Describe(adjacency.Adjacency),
        TableSource table => $"table {table.Table.Label}{(table.Kinds == ulong.MaxValue ? "" : $", {string.Join(' ', _model.Kinds.Where(k => (table.Kinds >> k.Index & 1) != 0).Select(k => k.Name))}")}",
        SearchSource => "names searched",
        ComputedSource computed => $"nodes computed by {computed.Field.GetType().Name}",
        _ => throw new InvalidOperationException("A source that nothing prints."),
    };

    private static string Describe(Measure measure) => measure switch
    {
        IntMeasure number => Describe(number.Value),
        PlaceMeasure place => Describe(place.Value),
        TypesMeasure types => $"types of {Describe(types.Adjacency)}",
        NodesMeasure nodes => $"nodes of {Describe(nodes.Adjacency)}",
        DistinctMeasure distinct => Word(distinct.Subject),
        _ => throw new InvalidOperationException("A measure that nothing prints."),
    };

    private static string Describe(Adjacency adjacency)
    {
        const int shown = 2;
        var types = string.Join('|', adjacency.Types.Take(shown).Select(t => t.Name)) + (adjacency.Types.Count > shown ? $"|+{adjacency.Types.Count - shown}" : "");
        var order = string.Join(", ", adjacency.Order.Select(t => Describe(new ValueRef(t.Subject, t.Kind, t.Property)) + (t.Descending ? " desc" : "")));
        return $"steps ({Word(adjacency.Direction)} {types}{(adjacency.Far is null ? "" : $" {adjacency.Far.Label}")}{(adjacency.IsDistinct ? " distinct" : "")}, by {order})";
    }

    private static string Describe(ValueRef value) => value.Kind == ValueKind.Property
        ? $"{(value.Subject == Subject.Node ? "" : Word(value.Subject) + ".")}{value.Property!.Name}"
        : value.Subject is Subject.Node or Subject.Relationship ? Word(value.Kind) : $"{Word(value.Subject)}.{Word(value.Kind)}";

    private void Children(Output output)
    {
        switch (output)
        {
            case NodeOutput node:
                Selection(node.Selection);
                break;
            case NodesOutput nodes:
                Selection(nodes.Selection);
                break;
            case EvidenceSourceOutput source:
                Selection(source.Selection);
                break;
            case RecordsOutput records:
                Fields(records.Fields);
                break;
            case PropertiesOutput properties:
                Fields(properties.Fields);
                break;
            case EvidenceOutput evidence:
                Fields(evidence.Fields);
                break;
            case ConnectionOutput connection:
                Fields(connection.Fields);
                break;
            case GroupsOutput groups:
                Fields(groups.Fields);
                break;
            case GroupKeyOutput { Node: { } common }:
                Selection(common);
                break;
            case ObjectOutput o:
                Fields(o.Fields);
                break;
            case ConnectionNodesOutput rows:
                Shape(rows.Computed ?? new ComputedShape { Node = rows.Node, Record = rows.Record });
                break;
            case ComputedOutput computed:
                Shape(computed.Shape);
                break;
            case MemberOutput member:
                Shape(member.Shape);
                break;
        }
    }

    private void Shape(ComputedShape shape)
    {
        if (shape.Node is { } node)
        {
            Selection(node);
        }

        Fields(shape.Record ?? shape.Fields ?? []);
    }

    private void Fields(Output[] fields)
    {
        foreach (var field in fields)
        {
            Field(field);
        }
    }

    /// <summary>Kinds of which the same is selected stand together; those without any field are left out.</summary>
    private void Selection(NodeSelection selection)
    {
        var groups = new List<(string Text, List<string> Kinds)>();
        var start = _text.Length;
        for (var kind = 0; kind < selection.ByKind.Length; kind++)
        {
            if (selection.ByKind[kind] is not { Length: > 0 } fields)
            {
                continue;
            }

            Inside(() => Fields(fields));
            var text = _text.ToString(start, _text.Length - start);
            _text.Length = start;
            var known = groups.FindIndex(g => g.Text == text);
            if (known < 0)
            {
                groups.Add((text, [_model.Kinds[kind].Name]));
            }
            else
            {
                groups[known].Kinds.Add(_model.Kinds[kind].Name);
            }
        }

        foreach (var (text, kinds) in groups)
        {
            Line($"on {string.Join(' ', kinds)}");
            _text.Append(text);
        }
    }

    private void Inside(Action print)
    {
        _depth++;
        print();
        _depth--;
    }

    private void Line(string text) => _text.Append(' ', _depth * Indentation).Append(text).Append('\n');

    private static string Word<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));
}
