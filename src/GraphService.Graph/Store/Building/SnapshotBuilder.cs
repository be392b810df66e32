using GraphService.Graph.Files.Records;
using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>Makes a snapshot of a draft without faults: numbers, merges, sorts and indexes.</summary>
internal sealed unsafe class SnapshotBuilder : IDisposable
{
    private readonly GraphDraft _draft;
    private readonly GraphModel _model;
    private readonly NodeNumbering _numbering;
    private readonly RecordOrigins? _origins;
    private readonly SectionAllocator _allocator = new();
    private readonly UnservedBuilder _unserved;
    private readonly RelationshipSections _relationships = new();
    private bool _isBuilt;

    /// <param name="draft">The draft.</param>
    /// <param name="origins">Is told which records become what.</param>
    public SnapshotBuilder(GraphDraft draft, RecordOrigins? origins = null)
    {
        _draft = draft;
        _origins = origins;
        _model = draft.Model;
        _numbering = new NodeNumbering(draft);
        _unserved = new UnservedBuilder(draft, _numbering, _allocator, origins);
    }

    public GraphSnapshot Build()
    {
        using var nodeEvidence = new EvidenceBuilder();
        var nodeColumns = _draft.Tables.Select(t => NodeColumns(t, nodeEvidence)).ToArray();
        foreach (var type in _model.RelationshipTypes)
        {
            AddRelationships(_draft.TypeOf(type.Name, isServed: true));
        }

        _unserved.AddUnserved();
        var names = new NameIndexBuilder(_draft.Heap, _allocator);
        var nameIndexes = _model.Tables.Select(t => names.Build(t, nodeColumns[t.Index], _numbering.Tables[t.Index])).ToArray();
        var nameText = new NameTextBuilder(_draft.Heap, _allocator).Build(_model, nodeColumns, _numbering.Tables);
        var ranks = _allocator.Allocate<int>(_numbering.Nodes.Length, out var rankOf);
        var degrees = _allocator.Allocate<int>(_numbering.Nodes.Length, out var degreeOf);
        var graph = new GraphSnapshot
        {
            Model = _model,
            Tables = _numbering.Tables,
            Ids = NodeSection(node => _draft.Ids[node]),
            IdRanks = _allocator.Copy<int>(_numbering.IdRanks),
            Kinds = NodeSection(node => (byte)(_draft.LabelsOf(node).Kind?.Index ?? byte.MaxValue)),
            TableOf = NodeSection(node => (byte)_draft.LabelsOf(node).Table!.Index),
            NodeColumns = nodeColumns,
            DefaultOrders = new Section<int>[_model.Tables.Count],
            Ranks = ranks,
            Degrees = degrees,
            NodeEvidence = nodeEvidence.MoveTo(_allocator),
            FirstRelationships = [.. _relationships.Firsts, checked((int)_relationships.Starts.Count)],
            RelationshipColumns = [.. _relationships.Columns],
            References = [.. _relationships.References],
            RelationshipTypes = _relationships.Types.MoveTo(_allocator),
            Starts = _relationships.Starts.MoveTo(_allocator),
            Ends = _relationships.Ends.MoveTo(_allocator),
            RelationshipEvidence = _relationships.Evidence.MoveTo(_allocator),
            Adjacencies = new AdjacencyList[_model.Adjacencies.Count],
            IdIndex = BuildIdIndex(),
            NameIndexes = nameIndexes,
            Names = nameText,
            Unserved = _unserved.MoveTo(),
            Heap = _draft.Heap.MoveTo(_allocator),
            Summary = SummaryWriter.Write(_draft, _unserved, _relationships.Counts),
            Memory = _allocator,
        };

        CountDegrees(graph, degreeOf);
        AddOrders(graph, rankOf);
        foreach (var adjacency in _model.Adjacencies)
        {
            graph.Adjacencies[adjacency.Index] = new AdjacencyBuilder(graph, adjacency, _allocator).Build();
        }

        graph.Summary.Bytes = _allocator.Bytes;
        _isBuilt = true;
        return graph;
    }

    public void Dispose()
    {
        _relationships.Dispose();
        _unserved.Dispose();
        if (!_isBuilt)
        {
            _allocator.Dispose();
        }
    }

    private Column[] NodeColumns(DraftTable table, EvidenceBuilder evidence)
    {
        var range = _numbering.Tables[table.Table!.Index];
        var rows = new int[range.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = _draft.Node(_numbering.Nodes[range.First + i]).Row;
            table.Evidence.AddJoined([rows[i]], _numbering.Numbers, evidence);
            _origins?.AddNode(table.PositionOf(rows[i]));
        }

        _unserved.AddTable(table, rows, range.First);
        return Freeze(table, new RowGroups(rows, null, joins: false));
    }

    private void AddRelationships(DraftType type)
    {
        var groups = new RelationshipGrouping(type, node => _numbering.Numbers[node]).Group();
        _unserved.AddType(type, groups, checked((int)_relationships.Starts.Count));
        _relationships.Firsts.Add(checked((int)_relationships.Starts.Count));
        for (var group = 0; group < groups.Count; group++)
        {
            var row = groups.First(group);
            _relationships.Starts.Add(_numbering.Numbers[type.Starts[row]]);
            _relationships.Ends.Add(_numbering.Numbers[type.Ends[row]]);
            _relationships.Types.Add((byte)type.Type!.Index);
            type.Evidence.AddJoined(groups[group], _numbering.Numbers, _relationships.Evidence);
            _origins?.AddRelationship(type, groups[group]);
        }

        var label = type.Type!.Properties.FirstOrDefault(p => p.References is not null)?.References;
        _relationships.References.Add(label is null ? null : References(type, groups, label));
        _relationships.Columns.Add(Freeze(type, groups));
        _relationships.Counts.Add(new(type.Name, groups.Count));
        type.Dispose();
    }

    // Without a value, a start of that label stands for itself: a work's own honour is for that work.
    private Section<int> References(DraftType type, RowGroups groups, string label)
    {
        var section = _allocator.Allocate<int>(groups.Count, out var references);
        for (var group = 0; group < groups.Count; group++)
        {
            var row = groups.First(group);
            var node = type.References[row];
            if (node < 0 && _draft.LabelsOf(type.Starts[row]).Labels.Contains(label))
            {
                node = type.Starts[row];
            }

            references[group] = node < 0 ? -1 : _numbering.Numbers[node];
        }

        return section;
    }

    // What is done with is freed at once, so that draft and snapshot never stand in memory in full.
    private Column[] Freeze(DraftRows rows, RowGroups groups)
    {
        var columns = new Column[rows.Columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = rows.Columns[i].Freeze(groups, _allocator);
            rows.Columns[i].Dispose();
        }

        return columns;
    }

    private Section<T> NodeSection<T>(Func<int, T> valueOf)
        where T : unmanaged
    {
        var section = _allocator.Allocate<T>(_numbering.Nodes.Length, out var values);
        for (var number = 0; number < _numbering.Nodes.Length; number++)
        {
            values[number] = valueOf(_numbering.Nodes[number]);
        }

        return section;
    }

    private IdIndex BuildIdIndex()
    {
        var length = (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)Math.Max(1, _numbering.Nodes.Length)) * 2;
        var section = _allocator.Allocate<int>(length, out var places);
        new Span<byte>(places, checked((int)(length * sizeof(int)))).Fill(byte.MaxValue);
        for (var number = 0; number < _numbering.Nodes.Length; number++)
        {
            var place = IdIndex.Hash(_draft.Heap[_draft.Ids[_numbering.Nodes[number]]]) & (length - 1);
            while (places[place] >= 0)
            {
                place = (place + 1) & (length - 1);
            }

            places[place] = number;
        }

        return new IdIndex(section);
    }

    private void CountDegrees(GraphSnapshot graph, int* degreeOf)
    {
        for (var relationship = 0; relationship < graph.RelationshipCount; relationship++)
        {
            if (!_model.RelationshipTypes[graph.RelationshipTypes[relationship]].IsHidden)
            {
                var start = graph.Starts[relationship];
                var end = graph.Ends[relationship];
                degreeOf[start]++;
                degreeOf[end] += start == end ? 0 : 1;
            }
        }
    }

    private void AddOrders(GraphSnapshot graph, int* rankOf)
    {
        foreach (var table in _model.Tables)
        {
            var order = new DefaultOrder(graph, table).Sort();
            graph.DefaultOrders[table.Index] = _allocator.Copy<int>(order);
            for (var rank = 0; rank < order.Length; rank++)
            {
                rankOf[order[rank]] = rank;
            }
        }
    }
}
