namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>The two stores gave different answers; the message has what is needed to see it again.</summary>
internal sealed class StoresDifferException(string graph, string query, string? variables, string embedded, string neo4j)
    : Exception($"The stores differ on the graph {graph}\n{query}\n{variables}\nembedded: {Around(embedded, neo4j)}\nneo4j:    {Around(neo4j, embedded)}\nneo4j, whole: {neo4j}")
{
    private static string Around(string text, string other)
    {
        var at = Enumerable.Range(0, Math.Min(text.Length, other.Length)).FirstOrDefault(i => text[i] != other[i], Math.Min(text.Length, other.Length));
        var from = Math.Max(0, at - 300);
        return $"(at {at}) {text[from..Math.Min(text.Length, at + 500)]}";
    }
}
