using GraphService.Graph.Algorithms.Facts;
using GraphService.Graph.Model;
using GraphService.Neo4j.Cypher;

namespace GraphService.Neo4j.Projection;

/// <summary>Reads what a slot holds in all, and the claims.</summary>
internal sealed class FactsLoader(GraphModel model, ClaimModel? claims, Func<string, IRowSink, Task> read)
{
    public async Task<GraphFacts> LoadAsync(GraphSlot slot, NodeRows rows, int[] numbers, ProjectedNodes nodes)
    {
        var counts = new CountRows();
        await read(Counts(slot), counts);
        var found = new ClaimRows(rows, numbers, nodes);
        if (claims is not null)
        {
            await read(Claims(claims, slot), found);
        }

        return new GraphFacts(nodes, counts[0], counts[1], found.Claims.Disputes());
    }

    /// <summary>Everything that is not hidden. Labels alone, and a label with a type, are counted by the database already.</summary>
    private string Counts(GraphSlot slot)
    {
        string[] labels = [slot.Served, slot.Rest];
        var hiddenTypes = model.RelationshipTypes.Where(t => t.IsHidden).Select(t => Identifier.Of(t.Name)).ToList();
        var nodes = labels.Select(l => $" + COUNT {{ MATCH (n:{l}) }}")
            .Concat(model.Tables.Where(t => t.IsHidden).Select(t => $" - COUNT {{ MATCH (n:{slot.Rest}:{Identifier.Of(t.Label)}) }}"));
        var relationships = labels.Select(l => $" + COUNT {{ MATCH (n:{l})-[r]->() }}")
            .Concat(labels.SelectMany(l => hiddenTypes.Select(t => $" - COUNT {{ MATCH (n:{l})-[r:{t}]->() }}")));
        return $"RETURN 0{string.Concat(nodes)} AS nodes, 0{string.Concat(relationships)} AS relationships";
    }

    private static string Claims(ClaimModel claims, GraphSlot slot) =>
        $"MATCH (c:{Identifier.Of(claims.Table.Label)}:{slot.Rest})-[:{Identifier.Of(claims.About.Name)}]->(n:{slot.Served}) "
        + $"RETURN id(n) AS c0, c.id AS c1, c.{Identifier.Of(claims.Property.Name)} AS c2, c.{Identifier.Of(claims.Value.Name)} AS c3, c.{StoredNames.Sources} AS c4, c.{StoredNames.Locators} AS c5";
}
