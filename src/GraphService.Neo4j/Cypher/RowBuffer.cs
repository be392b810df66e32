using System.Runtime.CompilerServices;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Takes the one row of a statement and keeps it as cells, so that the answer can be written in the order of the query: the cells of a list stand side by
/// side, and any of them is found at once. Its arrays are kept from request to request: nothing is allocated per value.
/// </summary>
internal sealed class RowBuffer : IRowSink
{
    // Larger arrays go back after the request.
    private const int KeptCells = 64 * 1024;
    private const int KeptText = 1024 * 1024;
    private const int MaxDepth = 256;

    private readonly int[] _next = new int[MaxDepth + 1];
    private Cell[] _cells = new Cell[256];
    private byte[] _texts = new byte[4096];
    private int _cellCount;
    private int _textLength;
    private int _depth;

    /// <summary>How many rows came.</summary>
    public int Rows { get; private set; }

    /// <summary>The cells of the row; of several rows, the last one's.</summary>
    public CellList Row { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CellKind Kind(int cell) => _cells[cell].Kind;

    public bool IsNull(int cell) => _cells[cell].Kind == CellKind.Null;

    public long Int(int cell) => _cells[cell].Value;

    public bool Bool(int cell) => _cells[cell].Value != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Text(int cell)
    {
        ref readonly var found = ref _cells[cell];
        return _texts.AsSpan((int)found.Value, found.Length);
    }

    /// <summary>The cells of a list; none for null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CellList List(int cell)
    {
        ref readonly var found = ref _cells[cell];
        return found.Kind == CellKind.List ? new CellList((int)found.Value, found.Length) : default;
    }

    /// <inheritdoc/>
    public void Restart()
    {
        (_cellCount, _textLength, _depth, Rows) = (0, 0, 0, 0);
        Row = default;
    }

    /// <summary>Forgets everything, and gives back what was unusually large.</summary>
    public void Clear()
    {
        Restart();
        if (_cells.Length > KeptCells)
        {
            _cells = new Cell[256];
        }

        if (_texts.Length > KeptText)
        {
            _texts = new byte[4096];
        }
    }

    /// <inheritdoc/>
    public void BeginRow(int columns)
    {
        _depth = 0;
        Row = new CellList(Reserve(columns), columns);
        _next[0] = Row.First;
        Rows++;
    }

    /// <inheritdoc/>
    public void EndRow()
    {
    }

    /// <inheritdoc/>
    public void Null() => Next() = new Cell(0, 0, CellKind.Null);

    /// <inheritdoc/>
    public void Bool(bool value) => Next() = new Cell(value ? 1 : 0, 0, CellKind.Bool);

    /// <inheritdoc/>
    public void Int(long value) => Next() = new Cell(value, 0, CellKind.Int);

    /// <inheritdoc/>
    public void Double(double value) => Next() = new Cell(BitConverter.DoubleToInt64Bits(value), 0, CellKind.Double);

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        if (_textLength + utf8.Length > _texts.Length)
        {
            Array.Resize(ref _texts, Math.Max(_texts.Length * 2, checked(_textLength + utf8.Length)));
        }

        utf8.CopyTo(_texts.AsSpan(_textLength));
        Next() = new Cell(_textLength, utf8.Length, CellKind.Text);
        _textLength += utf8.Length;
    }

    /// <inheritdoc/>
    public void BeginList(int count)
    {
        var first = Reserve(count);
        Next() = new Cell(first, count, CellKind.List);
        _next[++_depth] = first;
    }

    /// <inheritdoc/>
    public void EndList() => _depth--;

    private ref Cell Next() => ref _cells[_next[_depth]++];

    private int Reserve(int count)
    {
        var first = _cellCount;
        _cellCount = checked(first + count);
        if (_cellCount > _cells.Length)
        {
            Array.Resize(ref _cells, Math.Max(_cells.Length * 2, _cellCount));
        }

        return first;
    }

    private readonly record struct Cell(long Value, int Length, CellKind Kind);
}

/// <summary>What a cell holds.</summary>
internal enum CellKind : byte
{
    Null,
    Bool,
    Int,
    Double,
    Text,
    List,
}

/// <summary>Cells that stand side by side: a list, or a row.</summary>
internal readonly record struct CellList(int First, int Count)
{
    /// <summary>The cell of a column.</summary>
    public int this[int column] => First + column;
}
