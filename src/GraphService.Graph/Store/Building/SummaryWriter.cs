using System.Globalization;

namespace GraphService.Graph.Store.Building;

/// <summary>Counts what a draft holds.</summary>
internal static class SummaryWriter
{
    public static GraphSummary Write(GraphDraft draft, UnservedBuilder unserved, IReadOnlyList<KeyValuePair<string, int>> relationships)
    {
        var hidden = draft.Model.RelationshipTypes.Where(t => t.IsHidden).Select(t => t.Name).ToHashSet();
        var kinds = new int[draft.Model.Kinds.Count];
        foreach (var table in draft.Tables)
        {
            for (var row = 0; row < table.Count; row++)
            {
                if (draft.LabelsOf(table.Nodes[row]).Kind is { } kind)
                {
                    kinds[kind.Index]++;
                }
            }
        }

        return new GraphSummary
        {
            Files = draft.Files.Count,
            Nodes = kinds.Sum(k => (long)k) + draft.UnservedTable.Count,
            Relationships = relationships.Where(r => !hidden.Contains(r.Key)).Sum(r => (long)r.Value)
                + unserved.CountsByType.Where(r => !hidden.Contains(r.Key)).Sum(r => r.Value),
            NodesByKind = [.. draft.Model.Kinds.Select(k => new KeyValuePair<string, int>(k.Name, kinds[k.Index]))],
            Unserved = [.. UnservedLines(draft, unserved)],
        };
    }

    private static IEnumerable<string> UnservedLines(GraphDraft draft, UnservedBuilder unserved)
    {
        var labels = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var unlabeled = 0L;
        foreach (var table in draft.Tables.Append(draft.UnservedTable))
        {
            for (var row = 0; row < table.Count; row++)
            {
                var set = draft.LabelsOf(table.Nodes[row]);
                unlabeled += set.Labels.Length == 0 ? 1 : 0;
                foreach (var label in set.Unknown)
                {
                    labels[label] = labels.GetValueOrDefault(label) + 1;
                }
            }
        }

        var known = draft.Model.RelationshipTypes.Select(t => t.Name).ToHashSet();
        return labels.Select(l => Line($"label {l.Key}", l.Value, "node"))
            .Concat(unlabeled > 0 ? [Line("no label", unlabeled, "node")] : [])
            .Concat(unserved.CountsByType.Select(t => known.Contains(t.Key)
                ? Line($"type {t.Key} with an end of unknown labels", t.Value, "relationship")
                : Line($"type {t.Key}", t.Value, "relationship")))
            .Concat(draft.UnknownProperties.Select(p => Line($"property {p.Key}", p.Value, "value")));
    }

    private static string Line(string what, long count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: {count} {unit}{(count == 1 ? "" : "s")}");
}
