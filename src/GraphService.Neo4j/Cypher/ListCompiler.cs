using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>Writes lists below a row that are not paged: each is one column, a subquery. The kinds that the row's node can be share the lists of a selection.</summary>
internal sealed class ListCompiler(Compilation context, ValueCompiler values, OrderCompiler orders, Func<SelectionCompiler> selections)
{
    private SelectionCompiler Selections => selections();

    /// <summary>The types of the steps, each once, in any order.</summary>
    public FieldLayout Types(DistinctTypeNamesOutput output, RowScope scope)
    {
        var steps = new StepSource(context, scope.Variables.Node, output.Adjacency, scope.Variables.Depth + 1);
        var type = $"type({steps.Row.Relationship})";
        return new FieldLayout
        {
            Column = scope.Columns.Add($"COLLECT {{ {steps.Text(scope.Kinds, isDistinct: false)} RETURN DISTINCT {type} }}"),
            Stored = Compilation.Utf8(context.Model.RelationshipTypes),
        };
    }

    public FieldLayout First(NodeOutput output, Adjacency adjacency, RowScope scope)
    {
        if (output.Subject == Subject.Referenced)
        {
            throw new InvalidOperationException("What leads on from a node that is looked up is a field of that node.");
        }

        var near = scope.Variables.Of(output.Subject);
        var list = Steps((output.Field.Selection, near.Name, adjacency), near, adjacency, scope, isDistinct: false, " LIMIT 1");
        return new FieldLayout { Column = list.Column, Node = Selections.Node(output.Selection, list.Use(scope.Kinds)) };
    }

    public FieldLayout Nodes(NodesOutput output, RowScope scope)
    {
        var near = scope.Variables.Node;
        var isDistinct = output.Adjacency.IsDistinct || output.Adjacency.Direction == Direction.Both;
        var list = Steps((output.Field.Selection, near.Name, output.Adjacency), near, output.Adjacency, scope, isDistinct, "");
        return new FieldLayout { Column = list.Column, Node = Selections.Node(output.Selection, list.Use(scope.Kinds)) };
    }

    public FieldLayout Records(RecordsOutput output, RowScope scope)
    {
        var near = scope.Variables.Node;
        var list = Steps((output.Field.Selection, near.Name, output.Adjacency), near, output.Adjacency, scope, output.Adjacency.IsDistinct, "");
        return new FieldLayout { Column = list.Column, Object = Selections.Object(output.Fields, list.Use(scope.Kinds)) };
    }

    /// <summary>The node that the relationship refers to: a list with it, or an empty one.</summary>
    public FieldLayout Referenced(NodeOutput output, RowScope scope)
    {
        if (values.ReferencedPattern(scope.Variables, out var node) is not { } pattern)
        {
            return new FieldLayout { Column = scope.Columns.Add("[]"), Node = Selections.Node(output.Selection, new RowScope(new RowColumns(), new RowVariables(scope.Variables.Depth + 1, node))) };
        }

        var list = scope.Columns.List((output.Field.Selection, Subject.Referenced), () => new RowList(scope.Columns, new RowVariables(scope.Variables.Depth + 1, node), l => $"COLLECT {{ MATCH {pattern} RETURN {l.Columns} }}"));
        return new FieldLayout { Column = list.Column, Node = Selections.Node(output.Selection, list.Use(scope.Kinds)) };
    }

    /// <summary>The sources of a node or relationship, in their order, with the place in each.</summary>
    public FieldLayout Evidence(EvidenceOutput output, RowScope scope)
    {
        var depth = scope.Variables.Depth + 1;
        var subject = output.Subject == Subject.Relationship ? scope.Variables.Relationship : scope.Variables.Of(output.Subject).Name;
        var source = new NodeVariable($"n{depth}", context.Kinds.Of(context.Model.SourceTable));
        var locator = $"{subject}.{StoredNames.Locators}[i{depth}]";
        var list = scope.Columns.List((output.Field.Selection, subject), () => new RowList(scope.Columns, new RowVariables(depth, source), l => Evidence(subject, $"i{depth}", source.Name, locator, l.Columns)));
        var inner = list.Use(scope.Kinds);
        var fields = new FieldLayout?[output.Fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = !context.Holds(output.Fields[i]) ? null : output.Fields[i] switch
            {
                EvidenceSourceOutput found => new FieldLayout { Node = Selections.Node(found.Selection, inner) },
                { Kind: OutputKind.EvidenceLocator } => new FieldLayout { Column = inner.Columns.Add(locator) },
                _ => FieldLayout.None,
            };
        }

        return new FieldLayout { Column = list.Column, Object = new ObjectLayout(output.Fields, fields) };
    }

    /// <summary>Sources are looked up only when more is read of them than the id, which stands with the relationship.</summary>
    private static string Evidence(string subject, string index, string source, string locator, RowColumns columns)
    {
        var places = $"range(0, size(coalesce({subject}.{StoredNames.Sources}, [])) - 1)";
        var id = $"{subject}.{StoredNames.Sources}[{index}]";
        var needsSource = columns.HasLists || columns.Expressions.Any(e => e != source + ".id" && e != locator);
        return needsSource
            ? $"COLLECT {{ UNWIND {places} AS {index} MATCH ({source}:{Compilation.Slot} {{id: {id}}}) RETURN {columns} ORDER BY {index} }}"
            : $"[{index} IN {places} | [{string.Join(", ", columns.Texts.Select(t => t == source + ".id" ? id : t))}]]";
    }

    private RowList Steps(object key, NodeVariable near, Adjacency adjacency, RowScope scope, bool isDistinct, string limit) => scope.Columns.List(key, () =>
    {
        var steps = new StepSource(context, near, adjacency, scope.Variables.Depth + 1);
        var keys = orders.Keys(adjacency.Order, steps.Row, near);
        return new RowList(scope.Columns, steps.Row, l => $"COLLECT {{ {steps.Text(near.Name == scope.Variables.Node.Name ? l.Guard : near.Kinds, isDistinct, OrderCompiler.By(keys))} RETURN {l.Columns}{OrderCompiler.Clause(keys)}{limit} }}");
    });
}
