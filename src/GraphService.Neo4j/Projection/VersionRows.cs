using System.Text;

namespace GraphService.Neo4j.Projection;

/// <summary>Takes the version node: its slot, its number, and whether the previous generation is kept.</summary>
internal sealed class VersionRows : IRowSink
{
    public static readonly CypherStatement Statement = new($"MATCH (v:{StoredNames.Version} {{id: 'main'}}) RETURN v.slot AS s, v.n AS n, v.kept AS k");

    private string? _slot;
    private long? _number;
    private bool _kept;

    /// <summary>Null when there is no such node, or it is not one that this program wrote.</summary>
    public GraphVersion? Version => GraphSlot.Of(_slot) is { } slot && _number is { } number ? new GraphVersion(slot, number, _kept) : null;

    /// <inheritdoc/>
    public void Restart() => (_slot, _number, _kept) = (null, null, false);

    /// <inheritdoc/>
    public void BeginRow(int columns)
    {
    }

    /// <inheritdoc/>
    public void EndRow()
    {
    }

    /// <inheritdoc/>
    public void Null()
    {
    }

    /// <inheritdoc/>
    public void Bool(bool value) => _kept = value;

    /// <inheritdoc/>
    public void Int(long value) => _number = value;

    /// <inheritdoc/>
    public void Double(double value)
    {
    }

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> utf8) => _slot = Encoding.UTF8.GetString(utf8);

    /// <inheritdoc/>
    public void BeginList(int count)
    {
    }

    /// <inheritdoc/>
    public void EndList()
    {
    }
}
