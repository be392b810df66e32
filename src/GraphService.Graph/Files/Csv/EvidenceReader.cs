using GraphService.Graph.Store;
using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Files.Csv;

/// <summary>Reads <c>sources</c> and <c>locators</c>, two parallel lists, of nodes and relationships of every kind.</summary>
internal sealed class EvidenceReader(GraphDraft draft, CsvHeader header)
{
    private readonly int _sources = header[CsvHeader.Sources];
    private readonly int _locators = header[CsvHeader.Locators];

    /// <summary>Appends the evidence of a record to the last row. Sources may be declared later: see <see cref="CheckNodes"/>.</summary>
    public void Append(GraphRecord file, DraftRows rows, Position position, bool areSourcesKnown)
    {
        var sources = _sources < 0 ? default : file[_sources];
        var locators = _locators < 0 ? default : file[_locators];
        if (sources.IsEmpty && locators.IsEmpty)
        {
            return;
        }

        var count = sources.IsEmpty ? 0 : sources.Count((byte)';') + 1;
        var locatorCount = locators.IsEmpty ? 0 : locators.Count((byte)';') + 1;
        if (!locators.IsEmpty && locatorCount != count)
        {
            draft.Fault(position, _locators,
                $"locators has {Items(locatorCount)}, sources {Items(count)}: give every source one locator, which may be empty");
            locators = default;
        }

        if (count == 0)
        {
            return;
        }

        var rest = locators;
        foreach (var range in sources.Split((byte)';'))
        {
            var separator = rest.IndexOf((byte)';');
            var locator = separator < 0 ? rest : rest[..separator];
            rest = separator < 0 ? default : rest[(separator + 1)..];
            AppendItem(rows, position, sources[range], locator, areSourcesKnown);
        }
    }

    /// <summary>Refuses evidence of nodes that is no source, once all nodes are declared.</summary>
    public static void CheckNodes(GraphDraft draft)
    {
        foreach (var table in draft.Tables.Append(draft.UnservedTable))
        {
            for (var row = 0; row < table.Count; row++)
            {
                foreach (var item in table.Evidence.Of(row))
                {
                    if (RefusalOf(draft, item.Source) is { } refusal)
                    {
                        table.Fault(row, CsvHeader.Sources, refusal);
                    }
                }
            }
        }
    }

    private void AppendItem(DraftRows rows, Position position, ReadOnlySpan<byte> id, ReadOnlySpan<byte> locator, bool areSourcesKnown)
    {
        if (id.IsEmpty)
        {
            draft.Fault(position, _sources, "an item of sources is empty: name the source, or remove the semicolon");
            return;
        }

        var source = draft.Mention(id);
        rows.Evidence.AppendItem(source, locator.IsEmpty ? TextRef.Null : draft.Heap.Add(locator));
        if (areSourcesKnown && RefusalOf(draft, source) is { } refusal)
        {
            draft.Fault(position, _sources, refusal);
        }
    }

    private static string? RefusalOf(GraphDraft draft, int source)
    {
        if (!draft.Node(source).IsDeclared)
        {
            return draft.HasUnreadNodes ? null : $"no node has the id {Quoted.Text(draft.Heap[draft.Ids[source]])}: declare the source";
        }

        var labels = draft.LabelsOf(source);
        var wanted = draft.Model.SourceTable;
        return labels.Refusal is not null || labels.Table == wanted
            ? null
            : $"{Quoted.Text(draft.Heap[draft.Ids[source]])} is {labels.Noun}: sources name nodes with the label {wanted.Label}";
    }

    private static string Items(int count) => count == 1 ? "1 item" : $"{count} items";
}
