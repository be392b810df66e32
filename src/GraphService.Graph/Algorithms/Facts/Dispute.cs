namespace GraphService.Graph.Algorithms.Facts;

/// <summary>A property of a node for which at least two values are claimed.</summary>
/// <param name="Subject">The number of the node.</param>
/// <param name="Property">The property's name, UTF-8.</param>
/// <param name="Values">The values, by their text.</param>
public sealed record Dispute(int Subject, byte[] Property, IReadOnlyList<ClaimedValue> Values);

/// <summary>A value that is claimed, with everything that claims it.</summary>
/// <param name="Value">UTF-8.</param>
/// <param name="Evidence">In the order of the claims' ids, each pair once.</param>
public sealed record ClaimedValue(byte[] Value, IReadOnlyList<ClaimEvidence> Evidence);

/// <summary>Where a claim was found.</summary>
/// <param name="Source">The number of the source.</param>
/// <param name="Locator">Where in it; null where that is not known.</param>
public readonly record struct ClaimEvidence(int Source, string? Locator);
