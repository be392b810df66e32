using System.Globalization;
using System.Text;

namespace GraphService.Neo4j.Loading;

/// <summary>A property of the database that the model does not know, taken value by value as a field of a file.</summary>
/// <param name="name">Its stored name.</param>
internal sealed class UnknownValue(string name)
{
    private readonly StringBuilder _text = new();
    private string? _type;
    private int _items;

    public string Name => name;

    /// <summary>Such as <c>float</c> or <c>string[]</c>.</summary>
    public string Type => (_type ?? "string") + (IsList ? "[]" : "");

    public bool IsList { get; set; }

    /// <summary>As a file writes it; empty where there is nothing.</summary>
    public string Text => _text.ToString();

    /// <summary>Why no file can hold it, or null.</summary>
    public string? Refusal { get; private set; }

    public void Null() => Refusal = "a file cannot hold what the database has there: remove it";

    public void Add(bool value) => Add("boolean", value ? "true" : "false");

    // Readers of files give an int 32 bits.
    public void Add(long value) => Add(_type == "long" || value is < int.MinValue or > int.MaxValue ? "long" : "int", value.ToString(CultureInfo.InvariantCulture));

    public void Add(double value) => Add("float", value.ToString(CultureInfo.InvariantCulture));

    public void Add(ReadOnlySpan<byte> value)
    {
        if (IsList && value.Contains((byte)';'))
        {
            Refusal = "an item holds a semicolon, which parts items: replace it";
        }

        Add("string", Encoding.UTF8.GetString(value));
    }

    private void Add(string type, string value)
    {
        _type = type;
        _text.Append(_items++ == 0 ? "" : ";").Append(value);
    }
}
