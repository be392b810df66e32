namespace GraphService.Neo4j.Loading;

/// <summary>
/// The statements by which an import keeps its place. One import works at a time: <c>(:GraphImport {id: 'run'})</c> names it, and the one begun last takes over.
/// Whatever is changed is changed in a statement that first takes that node's lock, then looks whether the import is still the one.
/// </summary>
internal static class ImportStatements
{
    /// <summary>Writes a property, to have the lock, before anything is read.</summary>
    private const string Guard = $"MATCH (o:{StoredNames.Import} {{id: 'run'}}) SET o.at = timestamp() WITH o WHERE o.run = $p.run ";

    public static readonly CypherStatement TakeOver = new($"MERGE (o:{StoredNames.Import} {{id: 'run'}}) SET o.run = $p.run, o.at = timestamp()");

    public static readonly CypherStatement ReadRun = new($"MATCH (o:{StoredNames.Import} {{id: 'run'}}) RETURN o.run");

    public static readonly CypherStatement ReadVersion = new(
        $"MATCH (v:{StoredNames.Version} {{id: 'main'}}) RETURN v.slot, v.n, v.kept, v.{StoredNames.Fingerprint}");

    public static readonly CypherStatement ReadMark = new($"MATCH (c:{StoredNames.Import} {{id: $p.slot}}) RETURN c.of, c.done");

    public static readonly CypherStatement CreateMark = new(
        Guard + $"MERGE (c:{StoredNames.Import} {{id: $p.slot}}) ON CREATE SET c.of = $p.of, c.done = 0 RETURN count(*)");

    public static readonly CypherStatement DeleteMark = new(
        Guard + $"OPTIONAL MATCH (c:{StoredNames.Import} {{id: $p.slot}}) DELETE c RETURN count(*)");

    /// <summary>The flip: from here on the slot is served.</summary>
    public static readonly CypherStatement Flip = new(
        Guard + $"MATCH (c:{StoredNames.Import} {{id: $p.slot}}) WHERE c.of = $p.of AND c.done = $p.at DELETE c "
        + $"MERGE (v:{StoredNames.Version} {{id: 'main'}}) WITH v, coalesce(v.n, 0) + 1 AS n, v.slot IS NOT NULL AS kept "
        + "SET v += $p.version SET v.n = n, v.kept = kept RETURN count(*)");

    public static readonly CypherStatement ForgetKept = new(
        Guard + $"MATCH (v:{StoredNames.Version} {{id: 'main'}}) SET v.kept = false RETURN count(*)");

    public static readonly CypherStatement AwaitIndexes = new("CALL db.awaitIndexes($p.seconds)");

    /// <summary>
    /// A batch: its mark, and what it writes, in one transaction; tells how many rows were written, or nothing when it was not its turn. Where a row found no
    /// node the mark is nobody's from here on, so that no other run goes on behind it.
    /// </summary>
    public static CypherStatement Batch(string write) => new(
        Guard + $"MATCH (c:{StoredNames.Import} {{id: $p.slot}}) WHERE c.of = $p.of AND c.done = $p.at "
        + $"CALL () {{ UNWIND $p.rows AS x {write} RETURN count(*) AS written }} "
        + "SET c.done = $p.at + 1, c.of = CASE WHEN written = $p.count THEN $p.of ELSE '' END RETURN written");

    /// <summary>How many nodes a slot holds: those that are served, and the rest.</summary>
    public static CypherStatement CountNodes(GraphSlot slot) => new($"RETURN COUNT {{ (:{slot.Served}) }}, COUNT {{ (:{slot.Rest}) }}");

    /// <summary>Removes some nodes of a label with their relationships; tells how many.</summary>
    public static CypherStatement Empty(string label) => new(Guard + $"MATCH (n:{label}) WITH n LIMIT $p.limit DETACH DELETE n RETURN count(*)");

    /// <summary>Whether there is any node of a label.</summary>
    public static CypherStatement Any(string label) => new($"RETURN EXISTS {{ (n:{label}) }}");
}
