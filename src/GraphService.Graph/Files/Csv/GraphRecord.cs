namespace GraphService.Graph.Files.Csv;

/// <summary>A record as a graph file writes it, whatever it comes from.</summary>
internal abstract class GraphRecord
{
    /// <summary>False when a fault of the record as such was reported: its values cannot be relied on.</summary>
    public abstract bool IsSound { get; }

    /// <summary>A field of the record; empty when the record is too short.</summary>
    public abstract ReadOnlySpan<byte> this[int column] { get; }
}
