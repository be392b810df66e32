namespace GraphService.Graph.Algorithms;

/// <summary>A relationship of a whole topology.</summary>
/// <param name="Type">Its type's place in the model.</param>
/// <param name="Start">The number of its start.</param>
/// <param name="End">The number of its end.</param>
/// <param name="Nth">Its place among its parallels: those of the same type, start and end.</param>
public readonly record struct Link(int Type, int Start, int End, int Nth)
{
    /// <summary>By type, start, end and place among parallels.</summary>
    internal static int Compare(Link a, Link b) => (a.Type, a.Start, a.End, a.Nth).CompareTo((b.Type, b.Start, b.End, b.Nth));
}
