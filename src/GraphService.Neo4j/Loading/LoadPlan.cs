using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>The steps that write a graph into a slot: nodes, then relationships.</summary>
internal sealed class LoadPlan
{
    private const byte Hidden = byte.MaxValue;
    private readonly GraphSnapshot _graph;
    private readonly GraphSlot _slot;

    public LoadPlan(GraphSnapshot graph, GraphSlot slot)
    {
        (_graph, _slot) = (graph, slot);
        Steps = [.. NodeSteps().Concat(RelationshipSteps()).Where(step => step.Count > 0)];
    }

    public IReadOnlyList<LoadStep> Steps { get; }

    /// <summary>Nodes of labels that the model knows.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="slot">Where they belong.</param>
    /// <param name="recordOf">For nodes that are in the database already: their numbers there.</param>
    public static IEnumerable<LoadStep> KnownNodes(GraphSnapshot graph, GraphSlot slot, Func<int, long>? recordOf = null)
    {
        foreach (var table in graph.Model.Tables)
        {
            foreach (var kind in graph.Model.Kinds.Where(k => k.Table == table))
            {
                yield return new NodeStep(graph, table, slot.Served, kind.Labels, NodesOf(graph, table, (byte)kind.Index), recordOf);
            }

            if (table.IsHidden)
            {
                yield return new NodeStep(graph, table, slot.Rest, [table.Label], NodesOf(graph, table, Hidden), recordOf);
            }
        }
    }

    /// <summary>How many nodes are served, and how many are the rest.</summary>
    public static (long Served, long NotServed) CountNodes(GraphSnapshot graph)
    {
        var served = 0L;
        for (var node = 0L; node < graph.Kinds.Length; node++)
        {
            served += graph.Kinds[node] == Hidden ? 0 : 1;
        }

        return (served, graph.Kinds.Length - served + graph.Unserved.Nodes.Length);
    }

    private IEnumerable<LoadStep> NodeSteps()
    {
        foreach (var step in KnownNodes(_graph, _slot))
        {
            yield return step;
        }

        var unserved = _graph.Unserved;
        var unknown = new UnknownProperties(_graph, []);
        yield return new UnservedNodeStep(_graph, _slot.Rest, unknown);
        var extras = ToList(unserved.OnNodes).ToLookup(values => LabelOf(values.Owner));
        foreach (var label in new[] { _slot.Served, _slot.Rest })
        {
            yield return new NodeExtrasStep(_graph, label, [.. extras[label]], unknown);
        }
    }

    private IEnumerable<LoadStep> RelationshipSteps()
    {
        var extras = ToList(_graph.Unserved.OnRelationships).ToLookup(values => _graph.RelationshipTypes[values.Owner]);
        foreach (var type in _graph.Model.RelationshipTypes)
        {
            var numbers = Enumerable.Range(_graph.FirstRelationships[type.Index], _graph.FirstRelationships[type.Index + 1] - _graph.FirstRelationships[type.Index]);
            var unknown = new UnknownProperties(_graph, extras[(byte)type.Index]);
            foreach (var (start, end, rows) in ByLabels(numbers, r => LabelOf(_graph.Starts[r]), r => LabelOf(_graph.Ends[r])))
            {
                yield return new RelationshipStep(_graph, type, start, end, rows, unknown.Any ? unknown : null);
            }
        }

        var unserved = _graph.Unserved;
        var places = Enumerable.Range(0, (int)unserved.Relationships.Length);
        foreach (var (start, end, rows) in ByLabels(places, r => LabelOf(unserved.Relationships[r].Start), r => LabelOf(unserved.Relationships[r].End)))
        {
            yield return new UnservedRelationshipStep(_graph, start, end, rows, new UnknownProperties(_graph, []));
        }
    }

    private static int[] NodesOf(GraphSnapshot graph, NodeTable table, byte kind)
    {
        var range = graph.Tables[table.Index];
        return [.. Enumerable.Range(range.First, range.Count).Where(node => graph.Kinds[node] == kind)];
    }

    private string LabelOf(int node) => _graph.Kinds[node] == Hidden ? _slot.Rest : _slot.Served;

    private string LabelOf(TextRef id) => _graph.FindNode(_graph.Text(id)) >= 0 ? _slot.Served : _slot.Rest;

    // A statement looks its nodes up by one label each, and thus by one index.
    private IEnumerable<(string Start, string End, int[] Rows)> ByLabels(IEnumerable<int> rows, Func<int, string> startOf, Func<int, string> endOf)
    {
        var groups = rows.ToLookup(row => (startOf(row), endOf(row)));
        foreach (var start in new[] { _slot.Served, _slot.Rest })
        {
            foreach (var end in new[] { _slot.Served, _slot.Rest })
            {
                yield return (start, end, [.. groups[(start, end)]]);
            }
        }
    }

    private static List<UnservedValues> ToList(Section<UnservedValues> section)
    {
        var list = new List<UnservedValues>(checked((int)section.Length));
        for (var i = 0L; i < section.Length; i++)
        {
            list.Add(section[i]);
        }

        return list;
    }
}
