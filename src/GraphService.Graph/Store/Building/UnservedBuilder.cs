using GraphService.Graph.Files.Records;

namespace GraphService.Graph.Store.Building;

/// <summary>Gathers what a draft holds beyond the model.</summary>
internal sealed class UnservedBuilder(GraphDraft draft, NodeNumbering numbering, SectionAllocator allocator, RecordOrigins? origins) : IDisposable
{
    private readonly NativeList<UnservedValues> _onNodes = new();
    private readonly NativeList<UnservedValues> _onRelationships = new();
    private readonly NativeList<UnservedNode> _nodes = new();
    private readonly NativeList<UnservedRelationship> _relationships = new();
    private readonly EvidenceBuilder _nodeEvidence = new();
    private readonly EvidenceBuilder _relationshipEvidence = new();
    private readonly List<string> _types = [];

    /// <summary>Relationships that are kept, by type; known once <see cref="AddUnserved"/> has run.</summary>
    public SortedDictionary<string, long> CountsByType { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds the labels and properties of a served table's nodes that the model does not know.</summary>
    public void AddTable(DraftTable table, int[] rows, int firstNode)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var labels = draft.Node(table.Nodes[rows[i]]).Labels;
            var record = table.Extras.Count == 0 ? TextRef.Null : table.ExtrasOf(rows[i]);
            var hasUnknown = draft.LabelSets[labels].Unknown.Count > 0;
            if (hasUnknown || !record.IsNull)
            {
                _onNodes.Add(new UnservedValues(firstNode + i, hasUnknown ? labels : -1, record));
            }
        }
    }

    /// <summary>Adds the properties of a served type's relationships that the model does not know.</summary>
    public void AddType(DraftType type, RowGroups groups, int firstRelationship)
    {
        for (var group = 0; type.Extras.Count > 0 && group < groups.Count; group++)
        {
            var record = ExtraProperties.Join(draft.Heap, type, groups[group]);
            if (!record.IsNull)
            {
                _onRelationships.Add(new UnservedValues(firstRelationship + group, -1, record));
            }
        }
    }

    /// <summary>Adds nodes with no known label, and relationships that are not served.</summary>
    public void AddUnserved()
    {
        var table = draft.UnservedTable;
        var nodes = new int[table.Count];
        for (var row = 0; row < nodes.Length; row++)
        {
            nodes[row] = table.Nodes[row];
        }

        new TextSort(draft.Heap, draft.Ids).Sort(nodes);
        foreach (var node in nodes)
        {
            var (labels, row, _) = draft.Node(node);
            _nodes.Add(new UnservedNode(draft.Ids[node], labels, table.ExtrasOf(row)));
            table.Evidence.AddJoined([row], numbering.Numbers, _nodeEvidence);
            origins?.AddUnservedNode(table.PositionOf(row));
        }

        foreach (var type in draft.Types.Where(t => !t.IsServed && t.Count > 0).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            AddRelationships(type);
        }
    }

    public UnservedPart MoveTo() => new()
    {
        Headers = [.. draft.Headers],
        LabelSets = [.. draft.LabelSets.Select(l => l.Text)],
        Types = _types,
        Nodes = _nodes.MoveTo(allocator),
        Relationships = _relationships.MoveTo(allocator),
        NodeEvidence = _nodeEvidence.MoveTo(allocator),
        RelationshipEvidence = _relationshipEvidence.MoveTo(allocator),
        OnNodes = _onNodes.MoveTo(allocator),
        OnRelationships = _onRelationships.MoveTo(allocator),
    };

    public void Dispose()
    {
        _onNodes.Dispose();
        _onRelationships.Dispose();
        _nodes.Dispose();
        _relationships.Dispose();
        _nodeEvidence.Dispose();
        _relationshipEvidence.Dispose();
    }

    private void AddRelationships(DraftType type)
    {
        var groups = new RelationshipGrouping(type, node => node).Group();
        for (var group = 0; group < groups.Count; group++)
        {
            var row = groups.First(group);
            var record = ExtraProperties.Join(draft.Heap, type, groups[group]);
            _relationships.Add(new UnservedRelationship(draft.Ids[type.Starts[row]], draft.Ids[type.Ends[row]], _types.Count, record));
            type.Evidence.AddJoined(groups[group], numbering.Numbers, _relationshipEvidence);
            origins?.AddUnservedRelationship(type, groups[group]);
        }

        CountsByType.Add(type.Name, groups.Count);
        _types.Add(type.Name);
    }
}
