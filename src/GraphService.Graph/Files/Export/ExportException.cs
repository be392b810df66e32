namespace GraphService.Graph.Files.Export;

/// <summary>A graph holds what the format cannot say. The message names it.</summary>
public sealed class ExportException(string message) : Exception(message);
