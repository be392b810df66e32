using System.Diagnostics;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;

namespace GraphService.Neo4j.Projection;

/// <summary>Reads what the algorithms run over: every served node, every served relationship, grouped by their start, and the facts.</summary>
internal sealed class ProjectionLoader(GraphModel model, TopologyModel topology, ICypherClient client, TimeProvider time)
{
    // A statement reads millions of rows: it is bounded by the service's own life, not by a request's.
    private static readonly CypherRun Run = new(AccessMode.Read, Timeout.InfiniteTimeSpan);

    /// <exception cref="CypherException">The database failed.</exception>
    public async Task<Generation> LoadAsync(GraphVersion version, CancellationToken cancel)
    {
        var slot = version.Slot;
        var watch = Stopwatch.StartNew();
        var rows = new NodeRows(model);
        foreach (var kind in model.Kinds)
        {
            rows.Begin(kind);
            await ReadAsync(NodesOf(kind, slot), rows, cancel);
        }

        var nodes = new ProjectedNodes(model, rows);
        var numbers = nodes.NumbersByRow();
        var relationships = new RelationshipRows(model, rows, numbers);
        await ReadAsync(Relationships(slot), relationships, cancel);
        var whole = relationships.Build(nodes.Count);
        var bipartite = Build(rows, nodes, numbers, whole);
        var facts = await new FactsLoader(model, topology.Claims, (statement, sink) => ReadAsync(statement, sink, cancel)).LoadAsync(slot, rows, numbers, nodes);
        return new Generation(version.Number, slot, new GraphAlgorithms(nodes, bipartite, () => whole, () => facts))
        {
            Fingerprint = version.Fingerprint,
            LoadedAt = time.GetUtcNow(),
            LoadTime = watch.Elapsed,
            Relationships = whole.EntryCount / 2,
            Bytes = nodes.Bytes + bipartite.Bytes + whole.Bytes,
        };
    }

    private Task ReadAsync(string statement, IRowSink rows, CancellationToken cancel) =>
        client.RunAsync(new CypherStatement(statement), NoParameters.Instance, rows, Run, cancel).AsTask();

    private Topology Build(NodeRows rows, ProjectedNodes nodes, int[] numbers, Topology whole)
    {
        var builder = new TopologyBuilder(nodes.Count, whole.EntryCount / 2);
        for (var number = 0; number < nodes.Count; number++)
        {
            var table = nodes.Kind(number).Table;
            if (table == topology.Near || table == topology.Far)
            {
                builder.AddNode(number, table == topology.Near ? NodeSide.Near : NodeSide.Far);
            }
        }

        builder.AddRelationships(whole, topology);
        foreach (var group in rows.Values.GroupBy(v => v.Row))
        {
            builder.AddValues(numbers[group.Key], [.. group.Select(v => v.Value)]);
        }

        return builder.Build();
    }

    private string NodesOf(NodeKind kind, GraphSlot slot)
    {
        var columns = kind.Table.DefaultOrder.Select(p => "n." + p.Name).Prepend("n.id").Prepend("id(n)");
        if (kind.Table == topology.Far && topology.FarValues is { } values)
        {
            columns = columns.Append("n." + values.Name);
        }

        return $"MATCH (n:{kind.Labels[^1]}:{slot.Served}) RETURN {string.Join(", ", columns.Select((c, i) => $"{c} AS c{i}"))}";
    }

    // Keys of the database's own are short; they hold within a generation, whose nodes are never deleted while it is served.
    private string Relationships(GraphSlot slot) =>
        $"MATCH (n:{slot.Served}) RETURN id(n) AS c0, COLLECT {{ MATCH (n)-[r:{string.Join('|', model.RelationshipTypes.Where(t => !t.IsHidden).Select(t => t.Name))}]->(m) RETURN [id(m), type(r)] }} AS c1";
}
