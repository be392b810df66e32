namespace GraphService.Graph.Query;

/// <summary>How a root field finds its node or nodes.</summary>
public enum RootAccess
{
    /// <summary>The node of one id, or null.</summary>
    Id,

    /// <summary>A list with the node of every id asked for, or null.</summary>
    Ids,

    /// <summary>By id, or by a folded name: several nodes of that name are a fault.</summary>
    IdOrName,

    /// <summary>The output itself says: a connection or a computed field.</summary>
    None,
}

/// <summary>A root field.</summary>
public sealed class RootOutput
{
    public required RootAccess Access { get; init; }

    /// <summary>Place of its ids or name among the bound slots.</summary>
    public required int Slot { get; init; }

    /// <summary>A bit for each kind that the field can answer with.</summary>
    public ulong Kinds { get; init; } = ulong.MaxValue;

    /// <summary>What is written: a node output for node access, else a connection or computed output.</summary>
    public required Output Output { get; init; }

    /// <summary>For name access: the integer property shown in brackets beside a candidate's name (a year).</summary>
    public string? CandidateDetail { get; init; }
}
