namespace GraphService.Neo4j.Tests.Loading;

/// <summary>Statements that list all that is stored of a graph, in an order of its own.</summary>
internal static class StoredGraph
{
    public const string Nodes = "MATCH (n) WHERE NOT n:GraphVersion AND NOT n:GraphImport WITH n ORDER BY n.id "
        + "CALL (n) { UNWIND keys(n) AS k WITH k ORDER BY k RETURN collect([k, n[k]]) AS p } CALL (n) { UNWIND labels(n) AS l WITH l ORDER BY l RETURN collect(l) AS ls } RETURN ls, p";

    public const string Relationships = "MATCH (a)-[r]->(b) WITH a, r, b ORDER BY a.id, type(r), b.id, coalesce(r.stage, []), coalesce(r.locators, []) "
        + "CALL (r) { UNWIND keys(r) AS k WITH k ORDER BY k RETURN collect([k, r[k]]) AS p } RETURN a.id, type(r), b.id, p";
}
