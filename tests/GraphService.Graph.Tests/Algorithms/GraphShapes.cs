using FsCheck;
using FsCheck.Fluent;
using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

/// <summary>Relationships, and the near nodes from one end of the shape to the other.</summary>
internal sealed record GraphShape((int Start, int End, int Type)[] Relationships, int[] Near);

/// <summary>Graphs that searches find hard: sparse, one star, one long chain, layers with very many chains, and strays that lead nowhere.</summary>
internal static class GraphShapes
{
    public static Gen<GraphShape> On(NodeSide[] sides) =>
        from near in Gen.Shuffle(Numbers(sides, NodeSide.Near))
        from far in Gen.Shuffle(Numbers(sides, NodeSide.Far))
        from reached in Gen.Choose(2, Math.Min(near.Length, far.Length + 1)) // by a chain
        from shape in Gen.Frequency(
            (3, Whole(near, Sparse(near, far))),
            (1, Whole(near, Star(near, far))),
            (3, Whole(near[..reached], Chain(near[..reached], far))),
            (5, Layers(near, far)),
            (1, Whole(near, Strays(sides.Length))))
        select shape;

    private static Gen<GraphShape> Whole(int[] near, Gen<(int, int, int)[]> relationships) =>
        relationships.Select(all => new GraphShape(all, near));

    private static Gen<(int, int, int)[]> Sparse(int[] near, int[] far) =>
        from density in Gen.Choose(1, 3)
        from relationships in Random(near, far, density * (near.Length + far.Length) / 2)
        select relationships;

    // Everyone on one far node, and a little more.
    private static Gen<(int, int, int)[]> Star(int[] near, int[] far) =>
        from more in Random(near, far, near.Length / 3)
        select near.Select(node => (node, far[0], 0)).Concat(more).ToArray();

    // Near, far, near, far, ...: long distances, sometimes a way around.
    private static Gen<(int, int, int)[]> Chain(int[] near, int[] far) =>
        from types in Gen.Choose(0, 3).ArrayOf(far.Length)
        from more in Random(near, far, near.Length / 6)
        select far.Zip(near, types).Concat(far.Zip(near.Skip(1), types))
            .Select(step => (step.Second, step.First, step.Third)).Concat(more).ToArray();

    // Layers of up to four near nodes, each joined to the next through some of up to four far nodes: very
    // many chains, some with parallel relationships.
    private static Gen<GraphShape> Layers(int[] near, int[] far) =>
        from width in Gen.Choose(2, 4)
        let joints = far.Chunk(width).Take(12 / width).ToArray()
        let layers = near[1..^1].Chunk(width).Take(joints.Length - 1).Prepend(near[..1]).Append(near[^1..]).ToArray()
        from kept in Gen.Choose(0, 9).ArrayOf(2 * width * far.Length)
        from types in Gen.Choose(0, 3).ArrayOf(2 * width * far.Length)
        let relationships = joints
            .SelectMany((joint, i) => joint.SelectMany(work => layers.Skip(i).Take(2).SelectMany(layer => layer).Select(node => (node, work))))
            .Zip(kept, types)
            .Where(step => step.Second > 0)
            .SelectMany(step => Enumerable.Range(0, step.Second > 8 ? 2 : 1)
                .Select(i => (step.First.node, step.First.work, (step.Third + i) % 4)))
            .ToArray()
        select new GraphShape(relationships, layers.SelectMany(layer => layer).ToArray());

    // Any node to any node, of any type.
    private static Gen<(int, int, int)[]> Strays(int count) =>
        (from start in Gen.Choose(0, count - 1)
         from end in Gen.Choose(0, count - 1)
         from type in Gen.Choose(0, Neighbor.MaxTypes - 1)
         select (start, end, type)).ArrayOf(5 * count);

    private static Gen<(int, int, int)[]> Random(int[] near, int[] far, int count) =>
        (from start in Gen.Elements(near)
         from end in Gen.Elements(far)
         from type in Gen.Choose(0, 3)
         select (start, end, type)).ArrayOf(count);

    private static int[] Numbers(NodeSide[] sides, NodeSide side) =>
        Enumerable.Range(0, sides.Length).Where(node => sides[node] == side).ToArray();
}
