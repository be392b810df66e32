using System.Globalization;
using System.Text;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>Writes the rows it is given as text: <c>(1, "a", [null])</c> each, and <c>restart</c> where they begin again.</summary>
internal sealed class Rows : IRowSink
{
    private readonly StringBuilder _text = new();
    private readonly Stack<int> _lists = new();

    private bool _first;

    /// <summary>Called after each row: what a caller does while rows come.</summary>
    public Action<int>? AfterRow { get; init; }

    /// <summary>How many rows came since the last start.</summary>
    public int Count { get; private set; }

    public void Restart()
    {
        _text.Append("restart ");
        Count = 0;
    }

    public void BeginRow(int columns)
    {
        _text.Append('(');
        _first = true;
        _lists.Push(columns);
    }

    public void EndRow()
    {
        _text.Append(") ");
        _lists.Pop();
        Assert.Empty(_lists);
        Count++;
        AfterRow?.Invoke(Count);
    }

    public void Null() => Value("null");

    public void Bool(bool value) => Value(value ? "true" : "false");

    public void Int(long value) => Value(value.ToString(CultureInfo.InvariantCulture));

    public void Double(double value) => Value(value.ToString("R", CultureInfo.InvariantCulture) + "d");

    public void Text(ReadOnlySpan<byte> utf8) => Value('"' + Encoding.UTF8.GetString(utf8) + '"');

    public void BeginList(int count)
    {
        Value("[");
        _first = true;
        _lists.Push(count);
    }

    public void EndList()
    {
        _text.Append(']');
        _first = false;
        _lists.Pop();
    }

    public override string ToString() => _text.ToString().TrimEnd();

    private void Value(string value)
    {
        _text.Append(_first ? "" : ", ").Append(value);
        _first = false;
    }
}
