namespace GraphService.Neo4j.Projection;

/// <summary>What the version node of a database says.</summary>
/// <param name="Slot">The slot that is served.</param>
/// <param name="Number">Counts the generations.</param>
/// <param name="IsPreviousKept">Whether the other slot still holds all of the generation before.</param>
internal readonly record struct GraphVersion(GraphSlot Slot, long Number, bool IsPreviousKept)
{
    /// <summary>Whether what was read from a slot is of that generation, while this is the database's version.</summary>
    public bool Serves(Generation generation) =>
        (Slot == generation.Slot && Number == generation.Number)
        || (Slot != generation.Slot && Number == generation.Number + 1 && IsPreviousKept);
}
