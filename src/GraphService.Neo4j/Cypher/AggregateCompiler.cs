using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Writes what is counted over all rows of a paged list: a column for each measure, beside the list's page. At the root the server counts: pairs of a number of rows and
/// what they have in common. Below a row it gives what each has, and the service counts: the server refuses counts in a list that names a variable besides.
/// </summary>
internal sealed class AggregateCompiler(Compilation context, ValueCompiler values, OrderCompiler orders, Func<SelectionCompiler> selections)
{
    /// <param name="aggregates">What is selected.</param>
    /// <param name="list">The list.</param>
    /// <param name="rows">Writes its rows, without its page.</param>
    /// <param name="around">The columns of the row that the list is in.</param>
    public ObjectLayout Layout(ObjectOutput aggregates, PagedList list, Func<string> rows, RowColumns around)
    {
        var fields = new FieldLayout?[aggregates.Fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = !context.Holds(aggregates.Fields[i]) ? null : aggregates.Fields[i] switch
            {
                AggregateOutput number => Column(number.Measure, list, rows, around),
                GroupsOutput { Measure: NodesMeasure nodes } groups => Nodes(groups, nodes, list, rows, around),
                GroupsOutput groups => Column(groups.Measure, list, rows, around),
                _ => FieldLayout.None,
            };
        }

        return new ObjectLayout(aggregates.Fields, fields);
    }

    /// <summary>The column of a measure: one, however often it is selected.</summary>
    private FieldLayout Column(Measure measure, PagedList list, Func<string> rows, RowColumns around)
    {
        if (!list.Measures.TryGetValue(measure, out var layout))
        {
            layout = measure switch
            {
                IntMeasure number => Keys(list, rows, values.Value(number.Value, list.Variables), around),
                PlaceMeasure place => Keys(list, rows, values.Value(place.Value, list.Variables), around, Stored(place.Value)),
                TypesMeasure types => Types(types, list, rows, around),
                NodesMeasure nodes => Ranks(nodes, list, rows, around),
                DistinctMeasure distinct => Distinct(list.Variables.Of(distinct.Subject), list.Variables.Depth, rows, around),
                _ => throw new InvalidOperationException("A measure that no statement answers."),
            };
            list.Measures.Add(measure, layout);
        }

        return layout;
    }

    private static FieldLayout Keys(PagedList list, Func<string> rows, string key, RowColumns around, byte[][]? stored = null)
    {
        var depth = list.Variables.Depth;
        return new FieldLayout
        {
            Column = around.Add(() => list.IsRoot
                ? $"COLLECT {{ {rows()} WITH {key} AS g{depth}, count(*) AS q{depth} WHERE g{depth} IS NOT NULL RETURN [q{depth}, g{depth}] }}"
                : $"COLLECT {{ {rows()} RETURN {key} }}"),
            Stored = stored,
        };
    }

    /// <summary>The stored texts by place; null where places come as numbers.</summary>
    private byte[][]? Stored(ValueRef value) => value.Kind switch
    {
        ValueKind.Kind => null,
        ValueKind.Property => Compilation.Utf8(value.Property!.EnumValues),
        _ => Compilation.Utf8(context.Model.RelationshipTypes),
    };

    private FieldLayout Types(TypesMeasure types, PagedList list, Func<string> rows, RowColumns around)
    {
        var steps = Steps(list, types.Adjacency);
        var (type, key) = ($"type({steps.Row.Relationship})", $"t{list.Variables.Depth}");
        return Keys(list, () => $"{rows()} {Each(list, steps, $"{type} AS {key}")}", key, around, Compilation.Utf8(context.Model.RelationshipTypes));
    }

    private FieldLayout Ranks(NodesMeasure nodes, PagedList list, Func<string> rows, RowColumns around)
    {
        var steps = Steps(list, nodes.Adjacency);
        var node = steps.Row.Node.Name;
        return Keys(list, () => $"{rows()} {Each(list, steps, node)}", ValueCompiler.Property(node, StoredNames.Rank), around);
    }

    // The node may be one of around the list, which a subquery cannot hand back under its name.
    private static FieldLayout Distinct(NodeVariable node, int depth, Func<string> rows, RowColumns around) =>
        new() { Column = around.Add(() => $"COUNT {{ {rows()} RETURN DISTINCT {node.Name} AS g{depth} }}") };

    /// <summary>The nodes that groups are named by, in the order of their ranks, as many as there are different ranks.</summary>
    private FieldLayout Nodes(GroupsOutput groups, NodesMeasure nodes, PagedList list, Func<string> rows, RowColumns around)
    {
        var found = around.List((groups.Field.Selection, list), () =>
        {
            var steps = Steps(list, nodes.Adjacency);
            var group = new RowVariables(steps.Row.Depth, steps.Row.Node);
            var order = OrderCompiler.Clause(orders.Keys([new OrderTerm(Subject.Node, ValueKind.Rank)], group, null));
            return new RowList(around, group, l => $"COLLECT {{ {rows()} {Each(list, steps, group.Node.Name)} WITH DISTINCT {group.Node.Name} RETURN {l.Columns}{order} }}");
        });
        var fields = Array.ConvertAll(groups.Fields, f => !context.Holds(f) ? null : f is GroupKeyOutput { Node: { } node } ? new FieldLayout { Node = selections().Node(node, found.Rows) } : FieldLayout.None);
        return new FieldLayout { Column = found.Column, CountsColumn = Column(nodes, list, rows, around).Column, Object = new ObjectLayout(groups.Fields, fields) };
    }

    private StepSource Steps(PagedList list, Adjacency adjacency) => new(context, list.Variables.Node, adjacency, list.Variables.Depth + 1);

    /// <summary>What the steps from a row's node lead to, each once a row.</summary>
    private static string Each(PagedList list, StepSource steps, string value) =>
        $"CALL ({list.Variables.Node.Name}) {{ {steps.Text(list.Variables.Node.Kinds, isDistinct: false)} RETURN DISTINCT {value} }}";
}
