namespace GraphService.Graph.Algorithms;

/// <summary>A near node that shares far nodes with another.</summary>
/// <param name="Node">Its number.</param>
/// <param name="Shared">How many far nodes they share.</param>
public readonly record struct Collaborator(int Node, int Shared);
