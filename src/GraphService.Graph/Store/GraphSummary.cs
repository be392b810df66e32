namespace GraphService.Graph.Store;

/// <summary>What was loaded, for the log and for statistics.</summary>
public sealed record GraphSummary
{
    /// <summary>Number of files read.</summary>
    public required int Files { get; init; }

    /// <summary>Nodes stored, unknown labels included, hidden ones not.</summary>
    public required long Nodes { get; init; }

    /// <summary>Relationships stored, unknown types included, hidden ones not.</summary>
    public required long Relationships { get; init; }

    /// <summary>Number of nodes by kind name, in the model's order.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> NodesByKind { get; init; }

    /// <summary>What is kept but not served: one line each, such as <c>label Studio: 3 nodes</c>.</summary>
    public required IReadOnlyList<string> Unserved { get; init; }

    /// <summary>Bytes outside the managed heap.</summary>
    public long Bytes { get; internal set; }
}
