using System.Text;

namespace GraphService.Neo4j.Loading;

/// <summary>Keeps the rows of an answer of a few values.</summary>
internal sealed class SmallAnswer : IRowSink
{
    private readonly List<List<object?>> _rows = [];

    public IReadOnlyList<IReadOnlyList<object?>> Rows => _rows;

    /// <summary>The first value of the first row.</summary>
    public object? Value => _rows is [[var value, ..], ..] ? value : null;

    public void Restart() => _rows.Clear();

    public void BeginRow(int columns) => _rows.Add(new(columns));

    public void EndRow()
    {
    }

    public void Null() => _rows[^1].Add(null);

    public void Bool(bool value) => _rows[^1].Add(value);

    public void Int(long value) => _rows[^1].Add(value);

    public void Double(double value) => _rows[^1].Add(value);

    public void Text(ReadOnlySpan<byte> utf8) => _rows[^1].Add(Encoding.UTF8.GetString(utf8));

    public void BeginList(int count) => throw new InvalidOperationException("No statement of an import answers with a list.");

    public void EndList()
    {
    }
}
