using System.Text;

namespace GraphService.Neo4j.Projection;

/// <summary>Takes the version node: its slot, its number, whether the previous generation is kept, and its fingerprint.</summary>
internal sealed class VersionRows : IRowSink
{
    public static readonly CypherStatement Statement = new($"MATCH (v:{StoredNames.Version} {{id: 'main'}}) RETURN v.slot AS s, v.n AS n, v.kept AS k, v.{StoredNames.Fingerprint} AS f");

    private string? _slot;
    private string? _fingerprint;
    private int _column;
    private long? _number;
    private bool _kept;

    /// <summary>Null when there is no such node, or it is not one that this program wrote.</summary>
    public GraphVersion? Version => GraphSlot.Of(_slot) is { } slot && _number is { } number ? new GraphVersion(slot, number, _kept) { Fingerprint = _fingerprint } : null;

    /// <inheritdoc/>
    public void Restart() => (_slot, _number, _kept, _fingerprint) = (null, null, false, null);

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
        _number = value;
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
