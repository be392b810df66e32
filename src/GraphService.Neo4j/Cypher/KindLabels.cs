using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>Which labels tell the kinds of nodes apart. A set of kinds is a bit for each.</summary>
internal sealed class KindLabels(GraphModel model)
{
    public ulong All { get; } = Bits(model.Kinds);

    public ulong Of(NodeTable table) => Bits(model.Kinds.Where(k => k.Table == table));

    /// <summary>Nodes that carry one of the labels; no labels: any.</summary>
    public ulong Of(IReadOnlyList<string> labels) => labels.Count == 0 ? All : Bits(model.Kinds.Where(k => k.Labels.Any(labels.Contains)));

    /// <summary>The kinds of which something is selected.</summary>
    public ulong Of(NodeSelection selection) => Bits(model.Kinds.Where(k => k.Index < selection.ByKind.Length && selection.ByKind[k.Index] is not null));

    public IEnumerable<NodeKind> In(ulong kinds) => model.Kinds.Where(k => (kinds >> k.Index & 1) != 0);

    /// <summary>The label that these kinds carry, and no other of those that are possible; null when there is none.</summary>
    public string? Label(ulong kinds, ulong possible) =>
        In(kinds).SelectMany(k => k.Labels).FirstOrDefault(l => (Bits(model.Kinds.Where(k => k.Labels.Contains(l))) & possible) == kinds);

    /// <summary>A label expression that holds for these kinds among those that are possible: <c>Film|Series</c>.</summary>
    public string Expression(ulong kinds, ulong possible) =>
        Identifiers(Label(kinds, possible) is { } label ? [label] : In(kinds).Select(k => Label(1UL << k.Index, All) ?? k.Labels[^1]));

    /// <summary>The place of a node's kind; null for other kinds than these.</summary>
    public string Place(string node, ulong kinds) => Case(node, kinds, k => Compilation.Number(k.Index));

    /// <summary>The API's name of a node's kind.</summary>
    public string Name(string node, ulong kinds) => Case(node, kinds, k => Identifier.Text(k.Name));

    private string Case(string node, ulong kinds, Func<NodeKind, string> value) =>
        $"CASE {string.Join(' ', In(kinds).Select(k => $"WHEN {node}:{Expression(1UL << k.Index, All)} THEN {value(k)}"))} END";

    private static string Identifiers(IEnumerable<string> labels) => string.Join('|', labels.Select(Identifier.Of));

    private static ulong Bits(IEnumerable<NodeKind> kinds) => kinds.Aggregate(0UL, (bits, k) => bits | 1UL << k.Index);
}
