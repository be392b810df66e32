namespace GraphService.Neo4j.Projection;

/// <summary>Takes one row of numbers.</summary>
internal sealed class CountRows : IRowSink
{
    private readonly List<long> _counts = [];

    /// <summary>The number of a column; 0 where none came.</summary>
    public long this[int column] => column < _counts.Count ? _counts[column] : 0;

    /// <inheritdoc/>
    public void Restart() => _counts.Clear();

    /// <inheritdoc/>
    public void BeginRow(int columns)
    {
    }

    /// <inheritdoc/>
    public void EndRow()
    {
    }

    /// <inheritdoc/>
    public void Null() => _counts.Add(0);

    /// <inheritdoc/>
    public void Bool(bool value) => Null();

    /// <inheritdoc/>
    public void Int(long value) => _counts.Add(value);

    /// <inheritdoc/>
    public void Double(double value) => Null();

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> utf8) => Null();

    /// <inheritdoc/>
    public void BeginList(int count)
    {
    }

    /// <inheritdoc/>
    public void EndList()
    {
    }
}
