using GraphService.Graph.Files.Records;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>A graph that was read from the database, and where each part of it is there.</summary>
/// <param name="Graph">The graph, checked, merged and derived.</param>
/// <param name="Origins">Which records became what.</param>
/// <param name="NodeIds">The database's numbers of nodes, by record.</param>
/// <param name="RelationshipIds">The database's numbers of relationships, by record.</param>
/// <param name="Unfit">Records of relationships that hold what is stored otherwise, such as empty texts.</param>
internal sealed record ReadGraph(
    GraphSnapshot Graph, RecordOrigins Origins, IReadOnlyList<long> NodeIds, IReadOnlyList<long> RelationshipIds, IReadOnlySet<int> Unfit)
{
    /// <summary>True when these records are several, or one that is not as it should be.</summary>
    public bool IsUnfinished(ReadOnlySpan<int> records) => records.Length > 1 || Unfit.Contains(records[0]);
}
