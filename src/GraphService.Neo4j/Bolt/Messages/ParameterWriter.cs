using System.Text.Unicode;
using GraphService.Neo4j.Bolt.PackStream;

namespace GraphService.Neo4j.Bolt.Messages;

/// <summary>
/// Writes the parameters of a statement, and holds the caller to what it announces: a list of three has three values. What is wrong shows here, in the
/// caller's own stack, and not as a connection that the server closes without a word.
/// </summary>
internal sealed class ParameterWriter : IParameterSink
{
    private PackStreamWriter _values = null!;
    private Frame[] _frames = new Frame[8];
    private int _depth;

    private enum Kind
    {
        List,
        Key,
        Value,
    }

    public void Write(ICypherParameters parameters, PackStreamWriter values)
    {
        _values = values;
        _depth = 0;
        values.DictionaryHeader(parameters.Count);
        Push(parameters.Count, Kind.Key);
        parameters.Write(this);
        if (_depth != 1 || _frames[0] is not { Left: 0, Next: Kind.Key })
        {
            throw Misuse($"{parameters.Count} parameters were announced, and not all were written to their end.");
        }
    }

    public void Null()
    {
        BeforeValue();
        _values.Null();
    }

    public void Bool(bool value)
    {
        BeforeValue();
        _values.Boolean(value);
    }

    public void Int(long value)
    {
        BeforeValue();
        _values.Integer(value);
    }

    public void Double(double value)
    {
        BeforeValue();
        _values.Float(value);
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        BeforeValue();
        WriteText(utf8);
    }

    public void BeginList(int count)
    {
        BeforeValue();
        _values.ListHeader(count);
        Push(count, Kind.List);
    }

    public void EndList() => Pop(Kind.List);

    public void BeginMap(int count)
    {
        BeforeValue();
        _values.DictionaryHeader(count);
        Push(count, Kind.Key);
    }

    public void Key(ReadOnlySpan<byte> utf8)
    {
        ref var frame = ref _frames[_depth - 1];
        if (frame.Next != Kind.Key || frame.Left == 0)
        {
            throw Misuse("A key was written where none was announced.");
        }

        frame.Left--;
        frame.Next = Kind.Value;
        WriteText(utf8);
    }

    public void EndMap() => Pop(Kind.Key);

    private void WriteText(ReadOnlySpan<byte> utf8)
    {
        _values.String(Utf8.IsValid(utf8) ? utf8 : throw Misuse("A text is not UTF-8."));
    }

    private void BeforeValue()
    {
        ref var frame = ref _frames[_depth - 1];
        switch (frame.Next)
        {
            case Kind.Value:
                frame.Next = Kind.Key;
                break;
            case Kind.List when frame.Left > 0:
                frame.Left--;
                break;
            default:
                throw Misuse("A value was written where none was announced.");
        }
    }

    private void Push(int count, Kind next)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (_depth == PackStreamReader.MaxDepth)
        {
            throw Misuse($"Values lie deeper than {PackStreamReader.MaxDepth} levels.");
        }

        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, 2 * _depth);
        }

        _frames[_depth++] = new Frame { Left = count, Next = next };
    }

    private void Pop(Kind expected)
    {
        if (_depth <= 1 || _frames[_depth - 1].Left != 0 || _frames[_depth - 1].Next != expected)
        {
            throw Misuse("A list or map ends before all that was announced was written.");
        }

        _depth--;
    }

    private static InvalidOperationException Misuse(string message) => new("The parameters of a statement are written wrongly. " + message);

    private struct Frame
    {
        public int Left;
        public Kind Next;
    }
}
