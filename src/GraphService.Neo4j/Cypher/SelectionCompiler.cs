using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>Makes columns of outputs, and says in layouts where they are.</summary>
internal sealed class SelectionCompiler(Compilation context, ValueCompiler values)
{
    /// <summary>Set once: connections need selections, and selections connections.</summary>
    public required Func<ConnectionOutput, RowScope, FieldLayout> Connection { get; init; }

    public required ListCompiler Lists { get; init; }

    /// <summary>A node of the row.</summary>
    public NodeLayout Node(NodeSelection selection, RowScope scope)
    {
        var node = scope.Variables.Node;
        var kinds = context.Kinds.Of(selection) & scope.Kinds;
        var byKind = new ObjectLayout?[context.Model.Kinds.Count];
        foreach (var kind in context.Kinds.In(kinds))
        {
            byKind[kind.Index] = Object(selection.ByKind[kind.Index]!, scope with { Kinds = 1UL << kind.Index });
        }

        var isOne = ulong.PopCount(scope.Kinds) == 1 || kinds == 0 || (kinds == scope.Kinds && SameLayouts.Are(byKind.OfType<ObjectLayout>()));
        var column = isOne ? -1 : scope.Columns.Add(context.Kinds.Place(node.Name, kinds));
        return new NodeLayout { KindColumn = column, Kind = isOne ? (int)ulong.TrailingZeroCount(scope.Kinds) & 63 : -1, ByKind = byKind };
    }

    public ObjectLayout Object(Output[] outputs, RowScope scope)
    {
        var fields = new FieldLayout?[outputs.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = context.Holds(outputs[i]) ? Field(outputs[i], scope) : null;
        }

        return new ObjectLayout(outputs, fields);
    }

    private FieldLayout Field(Output output, RowScope scope) => output switch
    {
        ConstantOutput => FieldLayout.None,
        ValueOutput value => Value(value, scope),
        DistinctTypeNamesOutput types => Lists.Types(types, scope),
        NodeOutput { FirstOf: { } adjacency } first => Lists.First(first, adjacency, scope),
        NodeOutput { Subject: Subject.Referenced } referenced => Lists.Referenced(referenced, scope),
        NodeOutput node => Inline(node, scope),
        NodesOutput nodes => Lists.Nodes(nodes, scope),
        RecordsOutput records => Lists.Records(records, scope),
        PropertiesOutput properties => Properties(properties, scope),
        EvidenceOutput evidence => Lists.Evidence(evidence, scope),
        ConnectionOutput connection => Connection(connection, scope),
        ConnectionNodesOutput { Node: { } node } => new FieldLayout { Node = Node(node, scope) },
        ConnectionNodesOutput { Record: { } record } => new FieldLayout { Object = Object(record, scope) },
        ObjectOutput { Kind: OutputKind.Aggregates } => FieldLayout.None,
        ObjectOutput o => new FieldLayout { Object = Object(o.Fields, scope) },
        ComputedOutput => new FieldLayout { Column = scope.Columns.Add($"{scope.Variables.Node.Name}.id") },
        PlainOutput { Kind: OutputKind.SearchScore } => new FieldLayout { Column = scope.Columns.Add(RootLists.Score) },
        PlainOutput { Kind: OutputKind.SearchMatched } => Matched(scope),
        PlainOutput => FieldLayout.None,
        _ => throw new InvalidOperationException("An output of a kind that no statement answers."),
    };

    /// <summary>What tells which name a search found: the score, and all names as they are spelled, the main one first.</summary>
    private FieldLayout Matched(RowScope scope)
    {
        var node = scope.Variables.Node;
        return new FieldLayout { Column = scope.Columns.Add($"[{RootLists.Score}, {values.PerTable(node, t => t.Name)}] + coalesce({values.PerTable(node, t => t.Aliases)}, [])") };
    }

    /// <summary>The values stand side by side, of whatever type the relationship is; only those of its own type are its properties.</summary>
    private FieldLayout Properties(PropertiesOutput output, RowScope scope)
    {
        var row = scope.Variables;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var property in row.Types.SelectMany(t => output.ByType[t.Index].Select(p => p.Property)))
        {
            columns[property.Name] = scope.Columns.Add(ValueCompiler.Property(row.Relationship, property.Name));
        }

        return new FieldLayout
        {
            Stored = Compilation.Utf8(context.Model.RelationshipTypes),
            Object = Object(output.Fields, scope),
            Properties = new PropertiesLayout(row.Types.Count == 1 ? -1 : scope.Columns.Add($"type({row.Relationship})"), row.Types[0].Index, columns),
        };
    }

    private FieldLayout Inline(NodeOutput output, RowScope scope)
    {
        var node = scope.Variables.Of(output.Subject);
        var kinds = output.Subject == Subject.Node ? scope.Kinds : node.Kinds;
        return new FieldLayout { Node = Node(output.Selection, new RowScope(scope.Columns, scope.Variables.From(node), kinds)) };
    }

    private FieldLayout Value(ValueOutput output, RowScope scope)
    {
        var row = scope.Variables;
        switch (output.Kind)
        {
            case OutputKind.KindName when output.Value.Subject == Subject.Node && ulong.PopCount(scope.Kinds) == 1:
                return new FieldLayout { Place = (int)ulong.TrailingZeroCount(scope.Kinds) };
            case OutputKind.TypeName when row.Types.Count == 1:
                return new FieldLayout { Place = row.Types[0].Index };
            case OutputKind.TypeName:
                return new FieldLayout { Column = scope.Columns.Add(values.Value(output.Value, row)), Stored = Compilation.Utf8(context.Model.RelationshipTypes) };
            case OutputKind.Enum:
                return new FieldLayout { Column = scope.Columns.Add(values.Value(output.Value, row)), Stored = Compilation.Utf8(output.Value.Property!.EnumValues) };
            default:
                return new FieldLayout { Column = scope.Columns.Add(values.Value(output.Value, row)) };
        }
    }
}
