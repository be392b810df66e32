using System.Diagnostics.CodeAnalysis;
using System.Text;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>Finds the one node of a folded name. Several are a fault that lists them.</summary>
internal static class NameLookup
{
    /// <summary>False with a fault when several nodes have the name; a node of -1 when none has it.</summary>
    public static bool TryFind(GraphSnapshot graph, RootOutput root, BoundSlot slot, out int node, [NotNullWhen(false)] out QueryFault? fault)
    {
        var found = new List<int>();
        var seen = new HashSet<int>();
        // Few nodes share a name: nothing here needs to be stopped.
        var interruption = new Interruption(CancellationToken.None);
        foreach (var table in graph.Model.Tables)
        {
            foreach (var entry in graph.NameIndexes[table.Index].Find(graph, slot.FoldedName))
            {
                if ((root.Kinds >> graph.Kinds[entry.Node] & 1) != 0 && seen.Add(entry.Node)
                    && (slot.Filter is null || PredicateEvaluator.Holds(graph, slot.Filter, new Step(entry.Node, -1), ref interruption)))
                {
                    found.Add(entry.Node);
                }
            }
        }

        node = found.Count == 0 ? -1 : found[0];
        fault = found.Count < 2 ? null : Ambiguous(graph, root, slot, found);
        return fault is null;
    }

    private static QueryFault Ambiguous(GraphSnapshot graph, RootOutput root, BoundSlot slot, List<int> found)
    {
        var candidates = found
            .OrderByDescending(node => graph.Degrees[node])
            .ThenBy(node => graph.IdRanks[node])
            .Take(AmbiguousName.MaxCandidates)
            .Select(node => Candidate(graph, root, node))
            .ToList();
        return AmbiguousName.Fault(slot, candidates, found.Count);
    }

    private static object? Candidate(GraphSnapshot graph, RootOutput root, int node)
    {
        var table = graph.Model.Tables[graph.TableOf[node]];
        var row = new Step(node, -1);
        var name = Text(graph, Values.Text(graph, new ValueRef(Subject.Node, ValueKind.Property, table.Name), row));
        var detail = root.CandidateDetail is null ? null : table.Property(root.CandidateDetail);
        var number = detail is null ? IntColumn.Missing : Values.Int(graph, new ValueRef(Subject.Node, ValueKind.Property, detail), row);
        return AmbiguousName.Candidate(Text(graph, graph.Ids[node]), name, number == IntColumn.Missing ? null : number);
    }

    private static string Text(GraphSnapshot graph, TextRef text) => Encoding.UTF8.GetString(graph.Text(text));
}
