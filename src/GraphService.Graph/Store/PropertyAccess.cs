using GraphService.Graph.Model;

namespace GraphService.Graph.Store;

/// <summary>Finds where a property of a row's subject is stored. Tables and types that lack the property have no column for it.</summary>
internal sealed class PropertyAccess
{
    private readonly GraphSnapshot _graph;
    private readonly Subject _subject;
    private readonly Column?[] _columns;

    public PropertyAccess(GraphSnapshot graph, Subject subject, Property property, NodeTable? only = null)
    {
        _graph = graph;
        _subject = subject;
        _columns = subject == Subject.Relationship
            ? [.. graph.Model.RelationshipTypes.Select(t => ColumnOf(t.Properties, graph.RelationshipColumns[t.Index], property))]
            : [.. graph.Model.Tables.Select(t => only is null || only == t ? ColumnOf(t.Properties, graph.NodeColumns[t.Index], property) : null)];
    }

    /// <summary>The column and the row in it, or null when the step has no such subject or the subject no such property.</summary>
    public Column? Find(Step step, out int row)
    {
        if (_subject == Subject.Relationship)
        {
            if (step.Relationship < 0)
            {
                row = -1;
                return null;
            }

            row = _graph.LocalRelationship(step.Relationship);
            return _columns[_graph.RelationshipTypes[step.Relationship]];
        }

        var node = NodeOf(_graph, _subject, step);
        if (node < 0)
        {
            row = -1;
            return null;
        }

        row = _graph.LocalNode(node);
        return _columns[_graph.TableOf[node]];
    }

    /// <summary>The node that a subject stands for, or -1.</summary>
    public static int NodeOf(GraphSnapshot graph, Subject subject, Step step)
    {
        if (subject == Subject.Node)
        {
            return step.Node;
        }

        if (step.Relationship < 0)
        {
            return -1;
        }

        return subject switch
        {
            Subject.Start => graph.Starts[step.Relationship],
            Subject.End => graph.Ends[step.Relationship],
            Subject.Referenced => graph.References[graph.RelationshipTypes[step.Relationship]] is { } references
                ? references[graph.LocalRelationship(step.Relationship)]
                : -1,
            _ => throw new ArgumentOutOfRangeException(nameof(subject)),
        };
    }

    private static Column? ColumnOf(IReadOnlyList<Property> properties, Column[] columns, Property wanted)
    {
        var found = properties.FirstOrDefault(p => p.Name == wanted.Name && p.Type == wanted.Type);
        return found is null ? null : columns[found.Index];
    }
}
