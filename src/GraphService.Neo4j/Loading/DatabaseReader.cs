using GraphService.Graph.Files.Records;
using GraphService.Graph.Model;
using GraphService.Graph.Store.Building;

namespace GraphService.Neo4j.Loading;

/// <summary>Reads all that a database holds as a graph, with the checks, merges and derivations of files.</summary>
internal sealed class DatabaseReader(ICypherClient client, GraphModel model, GraphDerivation derivation, IProgress<ImportProgress> progress)
{
    private readonly List<long> _nodeIds = [];
    private readonly List<long> _relationshipIds = [];
    private readonly HashSet<int> _unfit = [];

    /// <exception cref="GraphService.Graph.Files.GraphLoadException">It has faults.</exception>
    public async Task<ReadGraph> ReadAsync(string source, CancellationToken cancel)
    {
        using var loader = new RecordLoader(source, model, derivation);
        for (var i = 0; i <= model.Tables.Count; i++)
        {
            // A node with the labels of several tables is read once: its labels are the fault.
            var others = model.Tables.Take(i).Select(t => t.Label).Concat([StoredNames.Version, StoredNames.Import]);
            var columns = RecordColumn.OfNodes(i < model.Tables.Count ? model.Tables[i].Properties : []);
            var match = i < model.Tables.Count ? $"MATCH (n:{CypherText.Name(model.Tables[i].Label)})" : "MATCH (n)";
            await ReadAsync(
                $"{match} WHERE {string.Join(" AND ", others.Select(label => $"NOT n:{CypherText.Name(label)}"))} RETURN id(n), {RecordColumn.Expressions(columns)}",
                loader.Nodes(RecordColumn.Headers(columns)), columns, _nodeIds, null, cancel);
        }

        foreach (var type in model.RelationshipTypes)
        {
            var columns = RecordColumn.OfRelationships(type.Properties);
            await ReadAsync(
                $"MATCH (a)-[r:{CypherText.Name(type.Name)}]->(b) RETURN id(r), {RecordColumn.Expressions(columns)}",
                loader.Relationships(RecordColumn.Headers(columns)), columns, _relationshipIds, _unfit, cancel);
        }

        var unknown = RecordColumn.OfRelationships([]);
        var known = string.Join(", ", model.RelationshipTypes.Select(t => $"'{CypherText.Name(t.Name)}'"));
        await ReadAsync(
            $"MATCH (a)-[r]->(b) WHERE NOT type(r) IN [{known}] RETURN id(r), {RecordColumn.Expressions(unknown)}",
            loader.Relationships(RecordColumn.Headers(unknown)), unknown, _relationshipIds, _unfit, cancel);
        var graph = loader.Build(out var origins);
        return new ReadGraph(graph, origins, _nodeIds, _relationshipIds, _unfit);
    }

    private async Task ReadAsync(
        string statement, RecordTable table, IReadOnlyList<RecordColumn> columns, List<long> ids, HashSet<int>? unfit, CancellationToken cancel)
    {
        var rows = new RecordRows(table, columns, ids, unfit, () => progress.Report(new ImportProgress(ImportPhase.Reading, _nodeIds.Count + _relationshipIds.Count, 0)));
        await client.RunAsync(new CypherStatement(statement), NoParameters.Instance, rows, new CypherRun(AccessMode.Write, Statements.NoTimeout), cancel);
    }
}
