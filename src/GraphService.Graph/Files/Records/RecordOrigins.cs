using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Files.Records;

/// <summary>Which records became a node or relationship of a snapshot: their numbers, in the order in which they came.</summary>
public sealed class RecordOrigins
{
    private readonly List<int> _nodes = [];
    private readonly List<int> _unservedNodes = [];
    private readonly Groups _relationships = new();
    private readonly Groups _unservedRelationships = new();

    internal RecordOrigins()
    {
    }

    /// <summary>The record of a node.</summary>
    public int OfNode(int node) => _nodes[node];

    /// <summary>The record of a node without a known label, by its place among them.</summary>
    public int OfUnservedNode(int place) => _unservedNodes[place];

    /// <summary>The records of a relationship; several where the same one came more than once.</summary>
    public ReadOnlySpan<int> OfRelationship(int relationship) => _relationships[relationship];

    /// <summary>The records of a relationship that is not served, by its place among them.</summary>
    public ReadOnlySpan<int> OfUnservedRelationship(int place) => _unservedRelationships[place];

    internal void AddNode(Position position) => _nodes.Add(position.Line);

    internal void AddUnservedNode(Position position) => _unservedNodes.Add(position.Line);

    internal void AddRelationship(DraftType type, ReadOnlySpan<int> rows) => _relationships.Add(type, rows);

    internal void AddUnservedRelationship(DraftType type, ReadOnlySpan<int> rows) => _unservedRelationships.Add(type, rows);

    private sealed class Groups
    {
        private readonly List<int> _starts = [];
        private readonly List<int> _records = [];

        public ReadOnlySpan<int> this[int group]
        {
            get
            {
                var end = group + 1 < _starts.Count ? _starts[group + 1] : _records.Count;
                return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_records)[_starts[group]..end];
            }
        }

        public void Add(DraftType type, ReadOnlySpan<int> rows)
        {
            _starts.Add(_records.Count);
            foreach (var row in rows)
            {
                _records.Add(type.PositionOf(row).Line);
            }
        }
    }
}
