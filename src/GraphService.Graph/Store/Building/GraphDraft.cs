using System.Text;
using GraphService.Graph.Files;
using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>
/// A graph while it is read: rows in the order of the files, which a <see cref="GraphDerivation"/> may check and complete before
/// they are numbered and merged.
/// </summary>
public sealed class GraphDraft : IDisposable
{
    private readonly NativeList<TextRef> _ids = new();
    private readonly NativeList<DraftNode> _nodes = new();
    private readonly IdTable _table;
    private readonly DraftTable[] _tables;
    private readonly DraftTable _unservedTable;
    private readonly Dictionary<(string Name, bool IsServed), DraftType> _types = [];
    private readonly Dictionary<byte[], int> _labelSets = new(Utf8Comparer.Instance);
    private readonly Dictionary<string, int> _headers = [];
    private readonly FaultList _faults;

    internal GraphDraft(GraphModel model, FaultList faults, GraphDerivation? derivation = null)
    {
        Model = model;
        Derivation = derivation;
        _faults = faults;
        Heap = new TextHeap();
        _table = new IdTable(Heap, _ids);
        _tables = [.. model.Tables.Select(t => new DraftTable(this, t))];
        _unservedTable = new DraftTable(this, null);
    }

    /// <summary>What the graph may hold.</summary>
    public GraphModel Model { get; }

    internal GraphDerivation? Derivation { get; }

    /// <summary>False when rows come in no order of their own: what is joined is then put in the order of what it says.</summary>
    internal bool HasOrder { get; init; } = true;

    internal TextHeap Heap { get; }

    internal List<DraftFile> Files { get; } = [];

    /// <summary>Label sets by <see cref="DraftNode.Labels"/>; the first stands for labels that could not be read.</summary>
    internal List<LabelSet> LabelSets { get; } = [LabelSet.Unreadable];

    /// <summary>True when some nodes could not be read: then it is not known which ids are undeclared.</summary>
    internal bool HasUnreadNodes { get; set; }

    internal IEnumerable<DraftType> Types => _types.Values;

    internal DraftTable UnservedTable => _unservedTable;

    internal NativeList<TextRef> Ids => _ids;

    /// <summary>Values of unknown properties, counted by owner and property.</summary>
    internal SortedDictionary<string, long> UnknownProperties { get; } = new(StringComparer.Ordinal);

    /// <summary>Headers of unknown properties, in the order of their first use.</summary>
    internal List<string> Headers { get; } = [];

    /// <summary>The nodes of the table with this label.</summary>
    public DraftTable Table(string label) =>
        _tables.FirstOrDefault(t => t.Table!.Label == label)
        ?? throw new ArgumentException($"The model declares no table {label}.", nameof(label));

    /// <summary>The relationships of the type with this name that are served.</summary>
    public DraftType Type(string name) =>
        TypeOf(Model.RelationshipTypes.FirstOrDefault(t => t.Name == name)?.Name
            ?? throw new ArgumentException($"The model declares no relationship type {name}.", nameof(name)), isServed: true);

    /// <summary>The tables of all nodes whose labels are known.</summary>
    public IEnumerable<DraftTable> Tables => _tables;

    internal DraftTable TableOf(LabelSet labels) => labels.Table is null ? _unservedTable : _tables[labels.Table.Index];

    internal DraftType TypeOf(string name, bool isServed)
    {
        if (!_types.TryGetValue((name, isServed), out var type))
        {
            var known = Model.RelationshipTypes.FirstOrDefault(t => t.Name == name);
            type = new DraftType(this, name, known, isServed);
            _types.Add((name, isServed), type);
        }

        return type;
    }

    internal int FindNode(ReadOnlySpan<byte> id) =>
        _table.Find(id) is >= 0 and var node && _nodes[node].IsDeclared ? node : -1;

    /// <summary>The number of a node that may be declared later.</summary>
    internal int Mention(ReadOnlySpan<byte> id)
    {
        var node = _table.FindOrAdd(id);
        if (node == _nodes.Count)
        {
            _nodes.Add(default);
        }

        return node;
    }

    internal ref DraftNode Node(int node) => ref _nodes[node];

    internal LabelSet LabelsOf(int node) => LabelSets[_nodes[node].Labels];

    /// <summary>A row that no table has when the node is not known.</summary>
    internal (DraftTable Table, int Row) RowOf(int node) =>
        node < 0 ? (_unservedTable, -1) : (TableOf(LabelsOf(node)), _nodes[node].Row);

    /// <summary>Declares a mentioned node.</summary>
    internal int Declare(int node, int labels, Position position)
    {
        var row = TableOf(LabelSets[labels]).Append(node, position);
        _nodes[node] = new DraftNode(labels, row, IsDeclared: true);
        return row;
    }

    /// <summary>The label set with this text.</summary>
    internal int LabelSetOf(ReadOnlySpan<byte> text)
    {
        var sets = _labelSets.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!sets.TryGetValue(text, out var index))
        {
            index = LabelSets.Count;
            LabelSets.Add(LabelSet.Create(Encoding.UTF8.GetString(text), Model));
            sets[text] = index;
        }

        return index;
    }

    /// <summary>The place of an unknown property's header.</summary>
    internal int HeaderOf(string header)
    {
        if (_headers.TryAdd(header, Headers.Count))
        {
            Headers.Add(header);
        }

        return _headers[header];
    }

    internal Position PositionOf(int node)
    {
        var (table, row) = RowOf(node);
        return table.PositionOf(row);
    }

    internal void Fault(Position position, string property, string message) =>
        Fault(position, Files[position.File].ColumnOf(property), message);

    internal void Fault(Position position, int column, string message)
    {
        var file = Files[position.File];
        _faults.Add(new Fault(file.Name, position.Line, column + 1, column < file.Headers.Length ? file.Headers[column] : null, message));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ids.Dispose();
        _nodes.Dispose();
        Heap.Dispose();
        _unservedTable.Dispose();
        foreach (var table in _tables)
        {
            table.Dispose();
        }

        foreach (var type in _types.Values)
        {
            type.Dispose();
        }
    }
}

/// <summary>A node of a draft, declared or only mentioned.</summary>
/// <param name="Labels">Its label set.</param>
/// <param name="Row">Its row in its table.</param>
/// <param name="IsDeclared">False as long as only its id is known.</param>
internal readonly record struct DraftNode(int Labels, int Row, bool IsDeclared);
