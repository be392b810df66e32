using System.Runtime.InteropServices;

namespace GraphService.Graph.Algorithms.Groups;

/// <summary>Counts how often nodes occur; working memory of the search for groups.</summary>
internal sealed class MemberCounts(int nodeCount)
{
    private readonly int[] _counts = new int[nodeCount];
    private readonly List<int> _found = [];

    /// <summary>The nodes that occurred, in the order in which they first did.</summary>
    public ReadOnlySpan<int> Found => CollectionsMarshal.AsSpan(_found);

    /// <summary>How often a node occurred.</summary>
    public int this[int node] => _counts[node];

    public void Add(int node)
    {
        if (_counts[node]++ == 0)
        {
            _found.Add(node);
        }
    }

    public void Clear()
    {
        foreach (var node in _found)
        {
            _counts[node] = 0;
        }

        _found.Clear();
    }
}
