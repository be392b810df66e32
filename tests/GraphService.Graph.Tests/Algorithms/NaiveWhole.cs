using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

/// <summary>Questions about any graph, answered the plain way: over the relationships as they are.</summary>
internal sealed class NaiveWhole(WholeCase graph)
{
    private readonly (int Start, int End, int Type)[] _relationships = [.. graph.Relationships.Where(r => graph.Served[r.Start] && graph.Served[r.End])];

    /// <summary>A node's entries: its neighbors, with the types as the node sees them.</summary>
    public List<(int Node, int Type)> Entries(int node) =>
        [.. _relationships.Where(r => r.Start == node).Select(r => (r.End, 2 * r.Type)).Concat(_relationships.Where(r => r.End == node).Select(r => (r.Start, (2 * r.Type) + 1))).Order()];

    /// <summary>All shortest chains in order: every chain without repetition, one step longer each time.</summary>
    public List<int[]> Chains()
    {
        var seen = new HashSet<int> { graph.From };
        List<int[]> level = [[graph.From]];
        for (var length = 0; length <= graph.MaxLength && level.Count > 0; length++)
        {
            var found = level.Where(c => c[^1] == graph.To).ToList();
            if (found.Count > 0)
            {
                return [.. found.OrderBy(c => string.Concat(c.Select(node => (char)('0' + node))), StringComparer.Ordinal)];
            }

            level = [.. level.SelectMany(c => Neighbors(c[^1]).Where(n => !seen.Contains(n)).Select(n => (int[])[.. c, n]))];
            seen.UnionWith(level.Select(c => c[^1]));
        }

        return [];
    }

    /// <summary>By node: the steps from the start, as far as it is reached.</summary>
    public Dictionary<int, int> Distances()
    {
        var distances = new Dictionary<int, int> { [graph.From] = 0 };
        for (var length = 1; distances.ContainsValue(length - 1); length++)
        {
            foreach (var node in distances.Where(d => d.Value == length - 1).SelectMany(d => Neighbors(d.Key)).ToList())
            {
                distances.TryAdd(node, length);
            }
        }

        return distances;
    }

    public (List<int> Nodes, List<Link> Relationships, bool IsTruncated) Neighborhood()
    {
        var within = Distances().Where(d => d.Value <= graph.Depth).OrderBy(d => d.Value).ThenBy(d => d.Key).Select(d => d.Key).ToList();
        var nodes = within.Take(graph.Limit).ToList();
        var links = Walked().Where(r => nodes.Contains(r.Start) && nodes.Contains(r.End)).GroupBy(r => r)
            .SelectMany(parallels => parallels.Select((r, nth) => new Link(r.Type, r.Start, r.End, nth)))
            .OrderBy(l => l.Type).ThenBy(l => l.Start).ThenBy(l => l.End).ThenBy(l => l.Nth).ToList();
        return (nodes, links, within.Count > graph.Limit);
    }

    private IEnumerable<(int Start, int End, int Type)> Walked() => _relationships.Where(r => graph.Over.Length == 0 || graph.Over.Contains(r.Type));

    private IEnumerable<int> Neighbors(int node) =>
        Walked().Where(r => r.Start == node).Select(r => r.End).Concat(Walked().Where(r => r.End == node).Select(r => r.Start)).Distinct();
}
