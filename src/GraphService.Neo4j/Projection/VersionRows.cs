using System.Text;

namespace GraphService.Neo4j.Projection;

/// <summary>Takes the version node: its slot, its number, whether the previous generation is kept, and its fingerprint.</summary>
internal sealed class VersionRows : IRowSink
{
    public static readonly CypherStatement Statement = new($"MATCH (v:{StoredNames.Version} {{id: 'main'}}) RETURN v.slot AS s, v.n AS n, v.kept AS k, v.{StoredNames.Fingerprint} AS f, v.{StoredNames.Format} AS format");

    private string? _slot;
    private string? _fingerprint;
    private int _column;
    private long? _number;
    private long? _format;
    private bool _kept;

    /// <summary>Null when there is no such node, or it is not one that this program wrote.</summary>
    public GraphVersion? Version => GraphSlot.Of(_slot) is { } slot && _number is { } number ? new GraphVersion(slot, number, _kept, _fingerprint) : null;

    /// <summary>The form in which the graph is stored, when it is another than the statements read; else null.</summary>
    public long? OtherFormat => Version is not null && _format is { } format && format != StoredNames.FormatVersion ? format : null;

    /// <inheritdoc/>
    public void Restart() => (_slot, _number, _kept, _fingerprint, _format) = (null, null, false, null, null);

    /// <inheritdoc/>
    public void BeginRow(int columns) => _column = 0;

    /// <inheritdoc/>
    public void EndRow()
    {
    }

    /// <inheritdoc/>
    public void Null() => _column++;

    /// <inheritdoc/>
    public void Bool(bool value)
    {
        _kept = value;
        _column++;
    }

    /// <inheritdoc/>
    public void Int(long value)
    {
        if (_column == 1)
        {
            _number = value;
        }
        else
        {
            _format = value;
        }

        _column++;
    }

    /// <inheritdoc/>
    public void Double(double value) => _column++;

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        (_slot, _fingerprint) = _column == 0 ? (text, _fingerprint) : (_slot, text);
        _column++;
    }

    /// <inheritdoc/>
    public void BeginList(int count)
    {
    }

    /// <inheritdoc/>
    public void EndList()
    {
    }
}
