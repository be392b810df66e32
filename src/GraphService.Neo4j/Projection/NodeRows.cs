using GraphService.Graph.Model;

namespace GraphService.Neo4j.Projection;

/// <summary>Takes the nodes of one kind after the other: the database's own key, the id, the properties of the default order, and the integers of the walk.</summary>
internal sealed class NodeRows : IRowSink
{
    public const int MissingInt = int.MinValue;

    private readonly List<byte> _kinds = [];
    private readonly List<int>?[] _intLists;
    private readonly List<(int Row, int Value)> _values = [];
    private readonly Dictionary<long, int> _rowsByKey = [];
    private NodeKind _kind;
    private int _rowsBefore;
    private int _column;
    private int _depth;

    public NodeRows(GraphModel model)
    {
        var places = model.Tables.Max(t => t.DefaultOrder.Count);
        Texts = new TextColumn?[places];
        _intLists = new List<int>?[places];
        _kind = model.Kinds[0];
        for (var place = 0; place < places; place++)
        {
            Texts[place] = new TextColumn();
            _intLists[place] = [];
        }
    }

    public TextColumn Ids { get; private set; } = new();

    public int Count => _kinds.Count;

    public byte[] Kinds => [.. _kinds];

    /// <summary>By place in the table's default order; empty texts where it is an integer.</summary>
    public TextColumn?[] Texts { get; }

    /// <summary>By place in the table's default order.</summary>
    public int[]?[] Ints => [.. _intLists.Select(l => l?.ToArray())];

    /// <summary>The integers of the walk, by row.</summary>
    public IReadOnlyList<(int Row, int Value)> Values => _values;

    /// <summary>The row of the database's key of a node; -1 for a node that did not come.</summary>
    public int RowOf(long key) => _rowsByKey.GetValueOrDefault(key, -1);

    /// <summary>What follows are nodes of this kind.</summary>
    public void Begin(NodeKind kind) => (_kind, _rowsBefore) = (kind, Count);

    /// <inheritdoc/>
    public void Restart()
    {
        foreach (var key in _rowsByKey.Where(k => k.Value >= _rowsBefore).Select(k => k.Key).ToList())
        {
            _rowsByKey.Remove(key);
        }

        _kinds.RemoveRange(_rowsBefore, Count - _rowsBefore);
        _values.RemoveAll(v => v.Row >= _rowsBefore);
        Ids.Truncate(_rowsBefore);
        for (var place = 0; place < Texts.Length; place++)
        {
            Texts[place]!.Truncate(_rowsBefore);
            _intLists[place]!.RemoveRange(_rowsBefore, _intLists[place]!.Count - _rowsBefore);
        }
    }

    /// <inheritdoc/>
    public void BeginRow(int columns)
    {
        // A row that broke off leaves its list open.
        (_column, _depth) = (0, 0);
        _kinds.Add((byte)_kind.Index);
    }

    /// <inheritdoc/>
    public void EndRow()
    {
        for (var place = 0; place < Texts.Length; place++)
        {
            // Tables have fewer keys than the widest one, and each key is a text or an integer.
            if (Texts[place]!.Count < Count)
            {
                Texts[place]!.Add(default);
            }

            if (_intLists[place]!.Count < Count)
            {
                _intLists[place]!.Add(MissingInt);
            }
        }
    }

    /// <inheritdoc/>
    public void Null() => _column += _depth == 0 ? 1 : 0;

    /// <inheritdoc/>
    public void Bool(bool value) => Null();

    /// <inheritdoc/>
    public void Double(double value) => Null();

    /// <inheritdoc/>
    public void Int(long value)
    {
        if (_depth > 0)
        {
            _values.Add((Count - 1, (int)value));
            return;
        }

        if (_column == 0)
        {
            _rowsByKey.Add(value, Count - 1);
        }
        else
        {
            _intLists[_column - 2]!.Add((int)value);
        }

        _column++;
    }

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        (_column == 1 ? Ids : Texts[_column - 2]!).Add(utf8);
        _column++;
    }

    /// <inheritdoc/>
    public void BeginList(int count) => _depth++;

    /// <inheritdoc/>
    public void EndList()
    {
        _depth--;
        Null();
    }
}

/// <summary>Texts one after the other in one array of bytes.</summary>
internal sealed class TextColumn
{
    private byte[] _bytes = new byte[1024];
    private readonly List<int> _ends = [];

    public int Count => _ends.Count;

    public long Bytes => _bytes.Length + (4L * _ends.Capacity);

    public ReadOnlySpan<byte> this[int row] => _bytes.AsSpan(Start(row), _ends[row] - Start(row));

    public void Add(ReadOnlySpan<byte> text)
    {
        var start = Start(Count);
        if (start + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(_bytes.Length * 2L, start + (long)text.Length)));
        }

        text.CopyTo(_bytes.AsSpan(start));
        _ends.Add(start + text.Length);
    }

    public void Truncate(int count) => _ends.RemoveRange(count, Count - count);

    private int Start(int row) => row == 0 ? 0 : _ends[row - 1];
}
