using System.Text;

namespace GraphService.Neo4j.Cypher;

/// <summary>A statement, and where everything is in its row.</summary>
/// <param name="template">Its text, with <see cref="Compilation.Slot"/> for the label of the slot.</param>
/// <param name="parts">By part.</param>
internal sealed class CompiledStatement(string template, PartLayout[] parts)
{
    /// <summary>The first columns of every statement's row: the slot that is served, the generation, whether the other slot is still whole, and what tells the graph from others.</summary>
    public const int SlotColumn = 0, GenerationColumn = 1, KeptColumn = 2, FingerprintColumn = 3;

    private readonly byte[] _template = Encoding.UTF8.GetBytes(template);

    // One text is kept beside the template: all requests ask the slot that is served.
    private Made? _made;

    public PartLayout[] Parts { get; } = parts;

    /// <summary>How long the text is, in UTF-8.</summary>
    public int Length => _template.Length;

    /// <summary>Its text for a slot.</summary>
    public CypherStatement On(GraphSlot slot)
    {
        var made = Volatile.Read(ref _made);
        if (made is null || made.Slot != slot)
        {
            made = new Made(slot, new CypherStatement(Encoding.UTF8.GetString(_template).Replace(Compilation.Slot, slot.Served, StringComparison.Ordinal)));
            Volatile.Write(ref _made, made);
        }

        return made.Statement;
    }

    private sealed record Made(GraphSlot Slot, CypherStatement Statement);
}
