using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>Rows with the same properties: what nodes of one table and relationships of one type have in common.</summary>
public abstract class DraftRows : IDisposable
{
    private readonly NativeList<Position> _positions = new();

    private protected DraftRows(GraphDraft draft, IReadOnlyList<Property> properties)
    {
        Draft = draft;
        Columns = [.. properties.Select(p => DraftColumn.Create(p, draft.Heap))];
        Evidence = new DraftEvidence(draft.Heap);
    }

    /// <summary>How many rows there are.</summary>
    public int Count => checked((int)_positions.Count);

    internal GraphDraft Draft { get; }

    internal DraftColumn[] Columns { get; }

    internal DraftEvidence Evidence { get; }

    /// <summary>Properties that the model does not know: rows that have some, ascending, with the record of them.</summary>
    internal List<(int Row, TextRef Record)> Extras { get; } = [];

    /// <summary>The texts or dates of a property.</summary>
    public DraftTexts Texts(string property) => (DraftTexts)Column(property);

    /// <summary>The integers of a property.</summary>
    public DraftInts Ints(string property) => (DraftInts)Column(property);

    /// <summary>The integer lists of a property.</summary>
    public DraftIntLists IntLists(string property) => (DraftIntLists)Column(property);

    /// <summary>Refuses a value of a row. Nothing is loaded then, but checking goes on.</summary>
    /// <param name="row">The row.</param>
    /// <param name="property">The property whose column is named.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public void Fault(int row, string property, string message) => Draft.Fault(_positions[row], property, message);

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        _positions.Dispose();
        Evidence.Dispose();
        foreach (var column in Columns)
        {
            column.Dispose();
        }
    }

    internal Position PositionOf(int row) => _positions[row];

    internal TextRef ExtrasOf(int row)
    {
        var found = Extras.BinarySearch((row, default), Comparer<(int Row, TextRef)>.Create((a, b) => a.Row.CompareTo(b.Row)));
        return found < 0 ? TextRef.Null : Extras[found].Record;
    }

    private protected int AppendRow(Position position)
    {
        _positions.Add(position);
        Evidence.AppendRow();
        return Count - 1;
    }

    private DraftColumn Column(string property) =>
        Columns.FirstOrDefault(c => c.Property.Name == property)
        ?? throw new ArgumentException($"The model declares no property {property} here.", nameof(property));
}

/// <summary>The nodes of one table, in the order in which the files give them.</summary>
public sealed class DraftTable : DraftRows
{
    private readonly NativeList<int> _nodes = new();

    internal DraftTable(GraphDraft draft, NodeTable? table)
        : base(draft, table?.Properties ?? []) => Table = table;

    /// <summary>Null for the nodes with unknown labels.</summary>
    internal NodeTable? Table { get; }

    /// <summary>The node of each row.</summary>
    internal NativeList<int> Nodes => _nodes;

    internal int Append(int node, Position position)
    {
        _nodes.Add(node);
        return AppendRow(position);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _nodes.Dispose();
    }
}

/// <summary>The relationships of one type, in the order in which the files give them.</summary>
public sealed class DraftType : DraftRows
{
    private readonly NativeList<int> _starts = new();
    private readonly NativeList<int> _ends = new();
    private readonly Dictionary<(LabelSet Labels, bool IsStart), bool> _accepted = [];

    internal DraftType(GraphDraft draft, string name, RelationshipType? type, bool isServed)
        : base(draft, isServed ? type!.Properties : []) => (Name, Type, IsServed) = (name, type, isServed);

    /// <summary>The start of a relationship as a row of its table.</summary>
    public (DraftTable Table, int Row) Start(int row) => Draft.RowOf(_starts[row]);

    internal string Name { get; }

    /// <summary>Null for unknown types.</summary>
    internal RelationshipType? Type { get; }

    /// <summary>False for what is only kept: unknown types, and relationships with an end of unknown labels.</summary>
    internal bool IsServed { get; }

    internal NativeList<int> Starts => _starts;

    internal NativeList<int> Ends => _ends;

    /// <summary>The nodes that the referencing property names, by row, -1 for none; empty for types without one.</summary>
    internal NativeList<int> References { get; } = new();

    internal int Append(int start, int end, Position position)
    {
        _starts.Add(start);
        _ends.Add(end);
        return AppendRow(position);
    }

    /// <summary>True when a node with these labels may be the start, or the end.</summary>
    internal bool Accepts(LabelSet labels, bool isStart)
    {
        if (Type is null || labels.Refusal is not null)
        {
            return true;
        }

        if (!_accepted.TryGetValue((labels, isStart), out var accepted))
        {
            var wanted = isStart ? Type.From : Type.To;
            accepted = wanted.Count == 0 || wanted.Any(labels.Labels.Contains);
            _accepted.Add((labels, isStart), accepted);
        }

        return accepted;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _starts.Dispose();
        _ends.Dispose();
        References.Dispose();
    }
}
