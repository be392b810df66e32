namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Everything of a request that decides the text of a statement: conditions, the shape of filters, orders and pages. Two requests of the same shape
/// differ in values only.
/// </summary>
internal sealed class StatementShape(byte[] bytes) : IEquatable<StatementShape>
{
    private readonly byte[] _bytes = bytes;

    /// <summary>Bytes that it takes.</summary>
    public int Length => _bytes.Length;

    public bool Equals(StatementShape? other) => other is not null && _bytes.AsSpan().SequenceEqual(other._bytes);

    public override bool Equals(object? obj) => Equals(obj as StatementShape);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }
}
