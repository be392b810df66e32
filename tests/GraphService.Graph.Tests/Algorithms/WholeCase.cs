using FsCheck;
using FsCheck.Fluent;
using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

/// <summary>A small graph of any nodes and relationships, loops and parallels among them, and questions about it.</summary>
/// <param name="Served">By node: whether it is served.</param>
/// <param name="Relationships">Their starts, ends and types.</param>
internal sealed record WholeCase(bool[] Served, (int Start, int End, int Type)[] Relationships)
{
    public int From { get; init; }

    public int To { get; init; }

    /// <summary>Types asked for; empty: all.</summary>
    public int[] Over { get; init; } = [];

    public int MaxLength { get; init; } = 16;

    public int Depth { get; init; } = 1;

    public int Limit { get; init; } = 500;

    public ulong Types => Over.Length == 0 ? ulong.MaxValue : Over.Aggregate(0UL, (mask, type) => mask | WholeTypes.MaskOf(type));

    public ChainQuery Query => new() { From = From, To = To, Types = Types, MaxLength = MaxLength };

    /// <summary>Checks a law on many graphs, always the same ones, and shows the smallest that breaks it.</summary>
    public static void Hold(Action<WholeCase> law, int graphs = 500) =>
        Prop.ForAll(Arb.From(Cases, Smaller), law).Check(Config.QuickThrowOnFailure.WithMaxTest(graphs).WithReplay(2026, 1123).WithEndSize(40));

    public Topology Build()
    {
        var builder = new WholeBuilder(Served.Length);
        for (var node = 0; node < Served.Length; node++)
        {
            if (Served[node])
            {
                builder.AddNode(node);
            }
        }

        builder.AddRelationships(add =>
        {
            foreach (var (start, end, type) in Relationships)
            {
                add(start, end, type);
            }
        });
        return builder.Build();
    }

    public override string ToString() =>
        $"served {string.Concat(Served.Select(s => s ? '+' : '-'))}; {string.Join(' ', Relationships)}; {From} to {To}, over [{string.Join(' ', Over)}], "
        + $"at most {MaxLength} steps, depth {Depth}, limit {Limit}";

    private static Gen<WholeCase> Cases => Gen.Sized(size =>
        from count in Gen.Frequency((1, Gen.Choose(1, 3)), (5, Gen.Choose(2, 3 + size)))
        from hidden in Gen.Choose(0, 9).ArrayOf(count)
        from nodes in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        from relationships in Gen.Frequency((3, AtRandom(count, 2 * count)), (1, AtRandom(count, count / 2)), (1, Star(nodes)), (2, Chain(nodes)), (4, Layers(nodes)))
        from again in Gen.Choose(0, 5).ArrayOf(relationships.Length)
        from isAcross in Gen.Elements(true, false)
        from ends in Gen.Elements(nodes).Two()
        from over in Gen.Frequency((2, Gen.Constant(Array.Empty<int>())), (1, Gen.SubListOf(0, 1, 2, 31).Select(types => types.ToArray())))
        from length in Gen.Frequency((2, Gen.Constant(16)), (1, Gen.Choose(1, 5)))
        from depth in Gen.Choose(1, 3)
        from limit in Gen.Frequency((1, Gen.Constant(500)), (3, Gen.Choose(1, count + 1)))
        let start = isAcross ? nodes[0] : ends.Item1
        let end = isAcross ? nodes[^1] : ends.Item2
        select new WholeCase(
            [.. hidden.Select((h, node) => h > 0 || node == start || node == end)],
            [.. relationships.Concat(relationships.Where((_, i) => again[i] == 0))])
        {
            From = start,
            To = end,
            Over = over,
            MaxLength = length,
            Depth = depth,
            Limit = limit,
        });

    private static Gen<int> Type => Gen.Elements(0, 1, 1, 2, 31);

    private static Gen<(int, int, int)[]> AtRandom(int nodes, int count) =>
        (from start in Gen.Choose(0, nodes - 1)
         from end in Gen.Choose(0, nodes - 1)
         from type in Type
         select (start, end, type)).ArrayOf(count);

    private static Gen<(int, int, int)[]> Star(int[] nodes) =>
        from types in Type.ArrayOf(nodes.Length)
        from more in AtRandom(nodes.Length, nodes.Length / 3)
        select nodes.Select((node, i) => i % 2 == 0 ? (nodes[0], node, types[i]) : (node, nodes[0], types[i])).Concat(more).ToArray();

    private static Gen<(int, int, int)[]> Chain(int[] nodes) =>
        from types in Type.ArrayOf(nodes.Length)
        from more in AtRandom(nodes.Length, nodes.Length / 6)
        select nodes.Zip(nodes.Skip(1), (a, b) => (a, b)).Select((pair, i) => i % 2 == 0 ? (pair.a, pair.b, types[i]) : (pair.b, pair.a, types[i])).Concat(more).ToArray();

    // Layers of up to four nodes, each joined to all of the next: very many chains.
    private static Gen<(int, int, int)[]> Layers(int[] nodes) =>
        from width in Gen.Choose(2, 4)
        let inner = nodes.Length < 3 ? [] : nodes[1..^1].Chunk(width).Take(12 / width)
        let layers = inner.Prepend(nodes[..1]).Append(nodes[^1..]).ToArray()
        let pairs = layers.Zip(layers.Skip(1)).SelectMany(joint => joint.First.SelectMany(a => joint.Second.Select(b => (a, b)))).ToArray()
        from types in Type.ArrayOf(pairs.Length)
        select pairs.Select((pair, i) => i % 3 == 0 ? (pair.b, pair.a, types[i]) : (pair.a, pair.b, types[i])).ToArray();

    private static IEnumerable<WholeCase> Smaller(WholeCase graph)
    {
        for (var part = graph.Relationships.Length / 2; part > 0; part /= 2)
        {
            for (var at = 0; at + part <= graph.Relationships.Length; at += part)
            {
                yield return graph with { Relationships = [.. graph.Relationships[..at], .. graph.Relationships[(at + part)..]] };
            }
        }

        if (graph.Over.Length > 0)
        {
            yield return graph with { Over = graph.Over[1..] };
        }

        if (graph.Depth > 1)
        {
            yield return graph with { Depth = graph.Depth - 1 };
        }
    }
}
