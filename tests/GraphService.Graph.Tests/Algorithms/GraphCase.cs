using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

/// <summary>A small graph and a question about it, as it came from chance.</summary>
internal sealed record GraphCase
{
    public required NodeSide[] Sides { get; init; }

    public required (int Start, int End, int Type)[] Relationships { get; init; }

    /// <summary>By node.</summary>
    public required int[][] Values { get; init; }

    public required int From { get; init; }

    public required int To { get; init; }

    public ulong Types { get; init; } = ulong.MaxValue;

    public ulong TheirTypes { get; init; } = ulong.MaxValue;

    public int MaxDegrees { get; init; } = 12;

    public ValueRange Range { get; init; }

    public int[] Avoiding { get; init; } = [];

    public int MinShared { get; init; } = 1;

    public ChainQuery Query => new()
    {
        From = From,
        To = To,
        Types = Types,
        MaxLength = 2 * MaxDegrees,
        Values = Range,
        Avoiding = Avoiding,
    };

    public Topology Build()
    {
        var builder = new TopologyBuilder(Sides.Length);
        foreach (var (start, end, type) in Relationships)
        {
            builder.AddRelationship(start, end, type);
        }

        for (var node = 0; node < Sides.Length; node++)
        {
            builder.AddNode(node, Sides[node]);
            builder.AddValues(node, Values[node]);
        }

        return builder.Build();
    }

    public override string ToString() =>
        $"sides {string.Concat(Sides.Select(side => side.ToString()[0]))}; {string.Join(' ', Relationships)}; " +
        $"values {string.Join('|', Values.Select(values => string.Join(',', values)))}; {From} to {To}, types {Types:x} and {TheirTypes:x}, " +
        $"at most {MaxDegrees}, {Range.From}..{Range.To}, avoiding [{string.Join(' ', Avoiding)}], sharing {MinShared}";
}
