namespace GraphService.Neo4j.Projection;

/// <summary>What the version node of a database says.</summary>
/// <param name="Slot">The slot that is served.</param>
/// <param name="Number">Counts the generations.</param>
/// <param name="IsPreviousKept">Whether the other slot still holds all of the generation before.</param>
/// <param name="Fingerprint">Tells the graph from others.</param>
internal readonly record struct GraphVersion(GraphSlot Slot, long Number, bool IsPreviousKept, string? Fingerprint)
{
    /// <summary>Whether this is the version that the generation was loaded at. Counting begins anew in a database that was wiped: the fingerprint tells.</summary>
    public bool Is(Generation generation) =>
        Slot == generation.Slot && Number == generation.Number && Fingerprint == generation.Fingerprint;

    /// <summary>Whether what was read from a slot is of that generation, while this is the database's version.</summary>
    public bool Serves(Generation generation) =>
        Is(generation) || (Slot != generation.Slot && Number == generation.Number + 1 && IsPreviousKept);
}
