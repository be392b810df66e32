using System.Globalization;
using System.Text;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>Writes the rows it is given as text: <c>(1, "a", [null])</c> each, and <c>restart</c> where they begin again.</summary>
internal sealed class Rows : IRowSink
{
    private readonly StringBuilder text = new();
    private readonly Stack<int> lists = new();

    private bool first;

    /// <summary>Called after each row: what a caller does while rows come.</summary>
    public Action<int>? AfterRow { get; init; }

    /// <summary>How many rows came since the last start.</summary>
    public int Count { get; private set; }

    public void Restart()
    {
        text.Append("restart ");
        Count = 0;
    }

    public void BeginRow(int columns)
    {
        text.Append('(');
        first = true;
        lists.Push(columns);
    }

    public void EndRow()
    {
        text.Append(") ");
        lists.Pop();
        Assert.Empty(lists);
        AfterRow?.Invoke(++Count);
    }

    public void Null() => Value("null");

    public void Bool(bool value) => Value(value ? "true" : "false");

    public void Int(long value) => Value(value.ToString(CultureInfo.InvariantCulture));

    public void Double(double value) => Value(value.ToString("R", CultureInfo.InvariantCulture) + "d");

    public void Text(ReadOnlySpan<byte> utf8) => Value('"' + Encoding.UTF8.GetString(utf8) + '"');

    public void BeginList(int count)
    {
        Value("[");
        first = true;
        lists.Push(count);
    }

    public void EndList()
    {
        text.Append(']');
        first = false;
        lists.Pop();
    }

    public override string ToString() => text.ToString().TrimEnd();

    private void Value(string value)
    {
        text.Append(first ? "" : ", ").Append(value);
        first = false;
    }
}
