using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>Writes <c>sources</c> and <c>locators</c>, two values: parallel lists, both null where there is no source.</summary>
internal static class EvidenceValue
{
    /// <summary>How a statement names the two, from a row's place on.</summary>
    public static string Entries(string row, int place) => $"{StoredNames.Sources}: {row}[{place}], {StoredNames.Locators}: {row}[{place + 1}]";

    public static void Write(GraphSnapshot graph, ReadOnlySpan<EvidenceItem> evidence, IValueSink sink)
    {
        if (evidence.IsEmpty)
        {
            sink.Null();
            sink.Null();
            return;
        }

        sink.BeginList(evidence.Length);
        foreach (var item in evidence)
        {
            sink.Text(graph.Text(graph.Ids[item.Source]));
        }

        sink.EndList();
        sink.BeginList(evidence.Length);
        foreach (var item in evidence)
        {
            sink.Text(item.Locator.IsNull ? default : graph.Text(item.Locator));
        }

        sink.EndList();
    }
}
