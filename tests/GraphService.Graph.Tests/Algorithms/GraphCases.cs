using FsCheck;
using FsCheck.Fluent;
using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

/// <summary>Random small graphs with questions, shrinking to the smallest that breaks a law.</summary>
internal static class GraphCases
{
    /// <summary>Checks a law on many graphs, always the same ones, and shows the smallest that breaks it.</summary>
    public static void Hold(Action<GraphCase> law, int graphs = 500) =>
        Prop.ForAll(Arb.From(Cases, Smaller), law)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(graphs).WithReplay(2026, 1121).WithEndSize(40));

    private static Gen<GraphCase> Cases => Gen.Sized(size =>
        from sides in Sides(3 + size)
        from shape in GraphShapes.On(sides)
        from values in Values(sides.Length)
        from ends in Gen.Elements(shape.Near).Two()
        from question in Gen.Frequency((1, Gen.Constant(Unrestricted)), (1, Questions(sides)))
        from isAcross in Gen.Elements(true, true, false)
        let start = isAcross ? shape.Near[0] : ends.Item1
        let end = isAcross ? shape.Near[^1] : ends.Item2
        select question with
        {
            Sides = sides,
            Relationships = shape.Relationships,
            Values = values,
            From = start,
            To = end,
            Avoiding = question.Avoiding.Where(node => node != start && node != end).ToArray(),
        });

    private static GraphCase Unrestricted => new() { Sides = [], Relationships = [], Values = [], From = 0, To = 0 };

    // At least two near nodes and a far one.
    private static Gen<NodeSide[]> Sides(int count) =>
        from rest in Gen.Frequency((9, Gen.Constant(NodeSide.Near)), (8, Gen.Constant(NodeSide.Far)), (1, Gen.Constant(NodeSide.None)))
            .ArrayOf(count - 3)
        from sides in Gen.Shuffle(rest.Append(NodeSide.Near).Append(NodeSide.Near).Append(NodeSide.Far).ToArray())
        select sides;

    private static Gen<int[][]> Values(int count) =>
        from length in Gen.Choose(1, 2)
        from lists in Gen.Choose(2000, 2004).ArrayOf(length).ArrayOf(count)
        from given in Gen.Choose(0, 4).ArrayOf(count)
        select lists.Select((list, node) => given[node] == 0 ? [] : list).ToArray();

    private static Gen<GraphCase> Questions(NodeSide[] sides) =>
        from types in Masks
        from theirs in Masks
        from degrees in Gen.Choose(2, 8)
        from low in Bounds(2000, 2003)
        from high in Bounds(2001, 2004)
        from avoiding in Gen.Choose(0, sides.Length - 1).ArrayOf(Math.Min(3, sides.Length / 6))
        from minShared in Gen.Choose(1, 3)
        select Unrestricted with
        {
            Types = types,
            TheirTypes = theirs,
            MaxDegrees = degrees,
            Range = new ValueRange(low, high),
            Avoiding = avoiding,
            MinShared = minShared,
        };

    private static Gen<ulong> Masks =>
        Gen.Frequency((2, Gen.Constant(ulong.MaxValue)), (2, Gen.Elements(7UL, 11UL, 13UL, 14UL)), (1, Gen.Choose(0, 15).Select(mask => (ulong)mask)));

    private static Gen<int?> Bounds(int from, int to) =>
        Gen.Frequency((3, Gen.Constant((int?)null)), (1, Gen.Choose(from, to).Select(value => (int?)value)));

    private static IEnumerable<GraphCase> Smaller(GraphCase graph)
    {
        var relationships = graph.Relationships;
        for (var part = relationships.Length / 2; part > 0; part /= 2)
        {
            for (var at = 0; at + part <= relationships.Length; at += part)
            {
                yield return graph with { Relationships = [.. relationships[..at], .. relationships[(at + part)..]] };
            }
        }

        if (graph.Avoiding.Length > 0)
        {
            yield return graph with { Avoiding = graph.Avoiding[1..] };
        }

        if (graph.Range.IsBounded)
        {
            yield return graph with { Range = default };
        }

        if (graph.Types != ulong.MaxValue)
        {
            yield return graph with { Types = ulong.MaxValue };
        }

        if (graph.TheirTypes != ulong.MaxValue)
        {
            yield return graph with { TheirTypes = ulong.MaxValue };
        }
    }
}
