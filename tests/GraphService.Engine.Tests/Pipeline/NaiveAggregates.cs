using GraphService.Engine.Tests.Binding;
using GraphService.Engine.Tests.Music;

namespace GraphService.Engine.Tests.Pipeline;

/// <summary>Rows of a list that have something in common.</summary>
internal sealed record NaiveGroup(object Key, int Count);

/// <summary>What the contract means by what is counted over a list, word for word.</summary>
internal sealed class NaiveAggregates(MusicGraph graph, IReadOnlyList<NaiveRow> rows)
{
    private static readonly string[] Kinds = ["ARTIST", "ALBUM", "SINGLE", "LABEL", "SOURCE"];

    public object? Resolve(string type, string name) => (type, name) switch
    {
        (_, "count") => rows.Count,
        (_, "minHeight") => Extreme(r => r.Node!["height"], least: true),
        (_, "maxHeight") => Extreme(r => r.Node!["height"], least: false),
        (_, "byHeight") => Numbers(r => r.Node!["height"], 3),
        ("ArtistsAggregates", "byMood") => Places(r => [r.Node!["mood"]], RandomMusic.Moods),
        ("ArtistsAggregates", "byCraft") => Places(r => Links(r, l => l.IsPart).Select(l => l["craft"]), RandomMusic.Crafts),
        ("RecordingsAggregates", "minYear") => Extreme(r => r.Node!["year"], least: true),
        (_, "maxYear") => Extreme(r => r.Node!["year"], least: false),
        (_, "byYear") => Numbers(r => r.Node!["year"], 1),
        (_, "byDecade") => Numbers(r => r.Node!["year"], 10),
        ("RecordingsAggregates", "byKind") => Places(r => [r.Node!.Kind], Kinds),
        (_, "byLabel") => Nodes("ISSUED_BY", RandomOrder.Labels),
        (_, "byCovered") => Nodes("COVERS", RandomOrder.Recordings),
        (_, "artists") => rows.Select(r => r.Link!.From).Distinct().Count(),
        (_, "recordings") => rows.Select(r => r.Link!.To).Distinct().Count(),
        (_, "maxBilling") => Extreme(r => r.Link!["billing"], least: false),
        (_, "byBilling") => Numbers(r => r.Link!["billing"], 1),
        (_, "byCraft") => Places(r => [r.Link!["craft"]], RandomMusic.Crafts),
        (_, "byType") => Places(r => [r.Link!.Type], RandomMusic.PartTypes),
        (_, "byMood") => Places(r => [r.Link!.From["mood"]], RandomMusic.Moods),
        (_, "minYear") => Extreme(r => r.Link!.To["year"], least: true),
        (_, "byKind") => Places(r => [r.Link!.To.Kind], Kinds),
        _ => throw new InvalidOperationException($"Nothing counts {type}.{name}."),
    };

    private int? Extreme(Func<NaiveRow, object?> value, bool least)
    {
        var values = rows.Select(value).OfType<int>().ToList();
        return values.Count == 0 ? null : least ? values.Min() : values.Max();
    }

    private List<NaiveGroup> Numbers(Func<NaiveRow, object?> value, int span) => [.. rows
        .Select(value)
        .OfType<int>()
        .GroupBy(v => (int)Math.Max(int.MinValue, Math.Floor((decimal)v / span) * span))
        .OrderBy(g => g.Key)
        .Select(g => new NaiveGroup(g.Key, g.Count()))];

    private List<NaiveGroup> Places(Func<NaiveRow, IEnumerable<object?>> values, string[] declared) => [.. declared
        .Select(d => new NaiveGroup(d, rows.Count(r => values(r).Contains(d))))
        .Where(g => g.Count > 0)];

    private List<NaiveGroup> Nodes(string type, NaiveOrder order)
    {
        var nodes = rows.SelectMany(r => Links(r, l => l.Type == type)).Select(l => new NaiveRow(l.To, null)).Distinct().ToList();
        nodes.Sort(order.Compare);
        return nodes.ConvertAll(n => new NaiveGroup(n.Node!, rows.Count(r => Links(r, l => l.Type == type && l.To == n.Node).Any())));
    }

    private IEnumerable<MusicLink> Links(NaiveRow row, Func<MusicLink, bool> isWanted) => graph.Links.Where(l => l.From == row.Node && isWanted(l));
}
