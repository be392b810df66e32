using System.Runtime.CompilerServices;
using GraphService.Graph.Model;

namespace GraphService.Graph.Store;

/// <summary>The nodes of one table: numbers from First to First + Count - 1, in code-point order of their ids.</summary>
public readonly record struct NodeRange(int First, int Count)
{
    public bool Contains(int node) => (uint)(node - First) < (uint)Count;
}

/// <summary>
/// One immutable graph in memory. Nodes are numbered table by table in code-point order of their ids, relationships type by type in
/// order of their numbers' ends (start, then end). Everything is a section of unmanaged values; no object, string or dictionary per node.
/// Readers hold a lease (<see cref="TryAcquire"/>, <see cref="Release"/>); the memory is freed when the last one is gone after <see cref="Retire"/>.
/// </summary>
public sealed class GraphSnapshot
{
    public required GraphModel Model { get; init; }

    /// <summary>The heap of all texts, UTF-8.</summary>
    public required Section<byte> Heap { get; init; }

    /// <summary>By table.</summary>
    public required NodeRange[] Tables { get; init; }

    /// <summary>Ids by node number.</summary>
    public required Section<TextRef> Ids { get; init; }

    /// <summary>The place of a node's id among all ids, by code points.</summary>
    public required Section<int> IdRanks { get; init; }

    /// <summary>Kinds by node number: <see cref="NodeKind.Index"/>; 255 for nodes of hidden tables.</summary>
    public required Section<byte> Kinds { get; init; }

    /// <summary>Table indices by node number.</summary>
    public required Section<byte> TableOf { get; init; }

    /// <summary>By table and property; by local number (node number less the table's first).</summary>
    public required Column[][] NodeColumns { get; init; }

    /// <summary>By table: the node numbers in default order.</summary>
    public required Section<int>[] DefaultOrders { get; init; }

    /// <summary>By node number: the node's place in its table's default order.</summary>
    public required Section<int> Ranks { get; init; }

    /// <summary>Evidence by node number.</summary>
    public required EvidenceColumn NodeEvidence { get; init; }

    /// <summary>By relationship type: the number of its first relationship; one more entry for the total.</summary>
    public required int[] FirstRelationships { get; init; }

    /// <summary>How many served relationships a node has, by node number: what "best connected" means.</summary>
    public required Section<int> Degrees { get; init; }

    /// <summary>Relationship type indices by relationship number.</summary>
    public required Section<byte> RelationshipTypes { get; init; }

    public required Section<int> Starts { get; init; }

    public required Section<int> Ends { get; init; }

    /// <summary>By type and property; by local number (relationship number less the type's first).</summary>
    public required Column[][] RelationshipColumns { get; init; }

    /// <summary>
    /// By type: numbers of the nodes that its referencing property names, by local number; null for types without such a property. Without a
    /// value it is the start, where that carries the label that the property refers to (see <see cref="Subject.Referenced"/>), or -1.
    /// </summary>
    public required Section<int>?[] References { get; init; }

    /// <summary>Evidence by relationship number.</summary>
    public required EvidenceColumn RelationshipEvidence { get; init; }

    /// <summary>By <see cref="Adjacency.Index"/>.</summary>
    public required AdjacencyList[] Adjacencies { get; init; }

    /// <summary>Ids to nodes.</summary>
    public required IdIndex IdIndex { get; init; }

    /// <summary>By table: folded names and aliases to nodes.</summary>
    public required NameIndex[] NameIndexes { get; init; }

    /// <summary>The folded names and aliases of all nodes, to look through.</summary>
    public required NameText Names { get; init; }

    /// <summary>Where it came from and what it holds.</summary>
    public required GraphSummary Summary { get; init; }

    /// <summary>What is kept for exports but not served.</summary>
    public UnservedPart Unserved { get; init; } = UnservedPart.None;

    public int NodeCount => (int)Ids.Length;

    public int RelationshipCount => (int)Starts.Length;

    /// <summary>The bytes of a text that is not null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Text(TextRef text) => Heap.Slice(text.Offset, text.Length);

    /// <summary>Number of a node within its table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LocalNode(int node) => node - Tables[TableOf[node]].First;

    /// <summary>Number of a relationship within its type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LocalRelationship(int relationship) => relationship - FirstRelationships[RelationshipTypes[relationship]];

    /// <summary>The node of that id, or -1. Hidden nodes are not found.</summary>
    public int FindNode(ReadOnlySpan<byte> id) => IdIndex.Find(this, id);

    /// <summary>The first relationship of a type from a start to an end, or -1; O(log n).</summary>
    public int FindRelationship(int start, int type, int end)
    {
        int low = FirstRelationships[type], high = FirstRelationships[type + 1];
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Starts[middle] < start || (Starts[middle] == start && Ends[middle] < end))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < FirstRelationships[type + 1] && Starts[low] == start && Ends[low] == end ? low : -1;
    }

    /// <summary>One of the relationships of a type from a start to an end, or -1.</summary>
    public int FindRelationship(int start, int type, int end, int nth)
    {
        var first = FindRelationship(start, type, end);
        var found = (long)first + nth;
        return first >= 0 && nth >= 0 && found < FirstRelationships[type + 1] && Starts[(int)found] == start && Ends[(int)found] == end ? (int)found : -1;
    }

    /// <summary>Which of its parallels a relationship is.</summary>
    public int NthOf(int relationship)
    {
        int type = RelationshipTypes[relationship], start = Starts[relationship], end = Ends[relationship];
        var hasParallel = relationship > FirstRelationships[type] && Starts[relationship - 1] == start && Ends[relationship - 1] == end;
        return hasParallel ? relationship - FindRelationship(start, type, end) : 0;
    }

    private int _leases = 1;

    internal IDisposable? Memory { get; init; }

    /// <summary>Takes a lease; false when the snapshot is already gone and the caller must ask for the current one again.</summary>
    public bool TryAcquire()
    {
        while (true)
        {
            var leases = Volatile.Read(ref _leases);
            if (leases == 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _leases, leases + 1, leases) == leases)
            {
                return true;
            }
        }
    }

    /// <summary>Gives a lease back.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _leases) == 0)
        {
            Memory?.Dispose();
        }
    }

    /// <summary>Gives back the owner's lease: no new readers once the last one is gone.</summary>
    public void Retire() => Release();
}
