namespace GraphService.Graph.Files.Export;

/// <summary>What an export wrote.</summary>
/// <param name="Nodes">Nodes; of files that are to be loaded again, those that are kept without being served too.</param>
/// <param name="Relationships">Relationships, likewise.</param>
public sealed record ExportResult(long Nodes, long Relationships);
