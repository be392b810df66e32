using GraphService.Graph.Store;

namespace GraphService.Graph.Files.Export;

/// <summary>What of a graph is exported: all of it, or some nodes with every relationship among them.</summary>
public sealed class GraphSelection
{
    private readonly bool[]? _chosen;
    private readonly bool[]? _mentioned;

    private GraphSelection(GraphSnapshot graph, bool[]? chosen, bool[]? mentioned) => (Graph, _chosen, _mentioned) = (graph, chosen, mentioned);

    /// <summary>The graph.</summary>
    public GraphSnapshot Graph { get; }

    /// <summary>True when nothing is left out.</summary>
    public bool IsWhole => _chosen is null;

    /// <summary>Everything, what is kept without being served too.</summary>
    public static GraphSelection Whole(GraphSnapshot graph) => new(graph, null, null);

    /// <summary>Nodes by their numbers, and every relationship among them.</summary>
    public static GraphSelection Of(GraphSnapshot graph, IEnumerable<int> nodes)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(nodes);
        var chosen = new bool[graph.NodeCount];
        foreach (var node in nodes)
        {
            chosen[node] = true;
        }

        return new GraphSelection(graph, chosen, null);
    }

    /// <summary>
    /// The same with the nodes that it cannot do without when it is loaded again: the sources it names, the nodes that properties refer to, and what hidden
    /// nodes say about it.
    /// </summary>
    internal GraphSelection WithMentioned()
    {
        if (_chosen is null)
        {
            return this;
        }

        var mentioned = new bool[_chosen.Length];
        var whole = new GraphSelection(Graph, _chosen, mentioned);
        var waiting = new Stack<int>(Enumerable.Range(0, _chosen.Length).Where(node => _chosen[node]));
        void Mention(int node)
        {
            if (node >= 0 && !_chosen[node] && !mentioned[node])
            {
                mentioned[node] = true;
                waiting.Push(node);
            }
        }

        for (var relationship = 0; relationship < Graph.RelationshipCount; relationship++)
        {
            if (_chosen[Graph.Ends[relationship]] && Graph.Kinds[Graph.Starts[relationship]] == byte.MaxValue)
            {
                Mention(Graph.Starts[relationship]);
            }
        }

        for (var relationship = 0; relationship < Graph.RelationshipCount; relationship++)
        {
            if (whole.HasRelationship(relationship))
            {
                MentionSources(Graph.RelationshipEvidence.Of(relationship), Mention);
                Mention(Graph.References[Graph.RelationshipTypes[relationship]] is { } references ? references[Graph.LocalRelationship(relationship)] : -1);
            }
        }

        foreach (var place in UnservedRelationships())
        {
            MentionSources(Graph.Unserved.RelationshipEvidence!.Of(place), Mention);
        }

        // A source may name sources itself.
        while (waiting.TryPop(out var node))
        {
            MentionSources(Graph.NodeEvidence.Of(node), Mention);
        }

        return whole;
    }

    /// <summary>True when the node of that number is exported.</summary>
    internal bool HasNode(int node) => _chosen is null || _chosen[node] || _mentioned?[node] == true;

    /// <summary>True when the relationship of that number is exported.</summary>
    internal bool HasRelationship(int relationship) => _chosen is null
        || (_chosen[Graph.Ends[relationship]] && (_chosen[Graph.Starts[relationship]] || (IsHidden(relationship) && HasNode(Graph.Starts[relationship]))));

    /// <summary>
    /// The exported ones of the relationships that are not served: their places, by type, start and end. They are kept in the order of the files they came
    /// from.
    /// </summary>
    internal int[] UnservedRelationships()
    {
        var relationships = Graph.Unserved.Relationships;
        int[] places = [.. Enumerable.Range(0, (int)relationships.Length)
            .Where(place => _chosen is null || (IsChosen(relationships[place].Start) && IsChosen(relationships[place].End)))];
        Array.Sort(places, (x, y) =>
        {
            var (a, b) = (relationships[x], relationships[y]);
            var order = a.Type.CompareTo(b.Type);
            order = order != 0 ? order : Graph.Text(a.Start).SequenceCompareTo(Graph.Text(b.Start));
            order = order != 0 ? order : Graph.Text(a.End).SequenceCompareTo(Graph.Text(b.End));
            return order != 0 ? order : x.CompareTo(y);
        });
        return places;
    }

    /// <summary>Nodes and relationships, for progress: an upper bound where only some are exported.</summary>
    internal long Count => Graph.NodeCount + Graph.RelationshipCount + Graph.Unserved.Nodes.Length + Graph.Unserved.Relationships.Length;

    private bool IsHidden(int relationship) => Graph.Kinds[Graph.Starts[relationship]] == byte.MaxValue;

    private bool IsChosen(TextRef id) => Graph.FindNode(Graph.Text(id)) is >= 0 and var node && _chosen![node];

    private static void MentionSources(ReadOnlySpan<EvidenceItem> evidence, Action<int> mention)
    {
        foreach (var item in evidence)
        {
            mention(item.Source);
        }
    }
}
