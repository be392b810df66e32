using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GraphService.Neo4j.Tests.Loading;

/// <summary>Takes parameters and writes them as JSON; announced sizes must hold.</summary>
internal sealed class WrittenParameters : IParameterSink
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly StringBuilder _text = new();
    private readonly Stack<(int Announced, int Written)> _open = new([(int.MaxValue, 0)]);

    public static string Of(Action<IParameterSink> write)
    {
        var written = new WrittenParameters();
        write(written);
        return written._text.ToString();
    }

    public void Null() => Value("null");

    public void Bool(bool value) => Value(value ? "true" : "false");

    public void Int(long value) => Value(value.ToString(CultureInfo.InvariantCulture));

    public void Double(double value) => Value(value.ToString("0.0###", CultureInfo.InvariantCulture));

    public void Text(ReadOnlySpan<byte> utf8) => Value(JsonSerializer.Serialize(Encoding.UTF8.GetString(utf8), Readable));

    public void BeginList(int count) => Begin('[', count);

    public void EndList() => End(']');

    public void BeginMap(int count) => Begin('{', count);

    public void Key(ReadOnlySpan<byte> utf8)
    {
        var (announced, written) = _open.Peek();
        _text.Append(announced < int.MaxValue && written > 0 ? "," : "").Append(Encoding.UTF8.GetString(utf8)).Append(':');
    }

    public void EndMap() => End('}');

    private void Value(string text)
    {
        var (announced, written) = _open.Pop();
        Assert.True(written < announced, "more values than announced");
        _text.Append(written > 0 && _text[^1] is not (':' or '[') ? "," : "").Append(text);
        _open.Push((announced, written + 1));
    }

    private void Begin(char bracket, int count)
    {
        Value(bracket.ToString());
        _open.Push((count, 0));
    }

    private void End(char bracket)
    {
        var (announced, written) = _open.Pop();
        Assert.Equal(announced, written);
        _text.Append(bracket);
    }
}
