using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphService.Engine.Tests.Music;

namespace GraphService.Engine.Tests.Binding;

/// <summary>A connection with a filter and an order, and the rows that it must have.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Parent">The id of the node that has the field; null at the root.</param>
/// <param name="Arguments">Its arguments other than paging, as GraphQL.</param>
/// <param name="Rows">The rows, in order, as <see cref="Identity"/> shows them.</param>
internal sealed record ListCase(string Field, MusicNode? Parent, string Arguments, IReadOnlyList<string> Rows)
{
    /// <summary>The same rows, to be looked at.</summary>
    public required IReadOnlyList<NaiveRow> Naive { get; init; }

    /// <summary>Whether it pages backward, too.</summary>
    public bool IsTwoWay => Parent?.Kind != "LABEL";

    public override string ToString() => $"{Parent?.Id}.{Field}({Arguments})";

    /// <summary>Cases over all connections of a graph: in default order, with a filter, with an order, with both.</summary>
    public static IEnumerable<ListCase> Of(Random random, MusicGraph graph)
    {
        var filters = new RandomFilter(random, graph);
        var orders = new RandomOrder(random);
        foreach (var (isFiltered, isOrdered) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            NaiveFilter<NaiveRow>? Where(Func<int, NaiveFilter<NaiveRow>> create) => isFiltered ? create(2) : null;

            ListCase Case(string field, MusicNode? parent, IEnumerable<NaiveRow> rows, Func<int, NaiveFilter<NaiveRow>> filter, NaiveOrder byDefault, Func<NaiveOrder> order) =>
                Create(field, parent, rows, Where(filter), isOrdered ? order() : byDefault);

            yield return Case("artists", null, graph.Artists.Select(Root), filters.Artist, RandomOrder.Artists, () => orders.Artist(RandomOrder.Artists));
            yield return Case("recordings", null, graph.Recordings.Select(Root), filters.Recording, RandomOrder.Recordings, orders.Recording);
            yield return Case("albums", null, graph.Recordings.Where(n => n.Kind == "ALBUM").Select(Root), filters.Album, RandomOrder.Recordings, orders.Album);
            foreach (var artist in graph.Artists)
            {
                yield return Case("parts", artist, filters.Parts(new NaiveRow(artist, null)), filters.Part, RandomOrder.Parts, orders.Part);
                yield return Case("sang", artist, filters.Sang(artist), filters.Recording, RandomOrder.Recordings, orders.Recording);
            }

            foreach (var recording in graph.Recordings)
            {
                yield return Case("parts", recording, filters.Parts(new NaiveRow(recording, null)), filters.Part, RandomOrder.Parts, orders.Part);
                yield return Case("singers", recording, filters.Singers(recording), filters.Artist, RandomOrder.Singers, () => orders.Artist(RandomOrder.Singers));
            }
        }

        foreach (var label in graph.Nodes.Where(n => n.Kind == "LABEL"))
        {
            // A list of nodes has each node once, whatever leads to it.
            var issued = graph.Links.Where(l => l.Type == "ISSUED_BY" && l.To == label).Select(l => l.From).Distinct();
            yield return Create("recordings", label, issued.Select(Root), null, RandomOrder.Recordings);
        }
    }

    private static NaiveRow Root(MusicNode node) => new(node, null);

    private static ListCase Create(string field, MusicNode? parent, IEnumerable<NaiveRow> rows, NaiveFilter<NaiveRow>? filter, NaiveOrder order)
    {
        var kept = rows.Where(r => filter?.Holds(r) ?? true).ToList();
        kept.Sort(order.Compare);
        var arguments = string.Join(", ", new[] { filter is null ? null : $"where: {filter.Written.Text}", order.Written is null ? null : $"order: {order.Written.Text}" }.OfType<string>());
        return new ListCase(field, parent, arguments, [.. kept.Select(r => field == "parts" ? $"{r.Link!.From.Id} {r.Link.Type} {r.Link.To.Id}" : r.Node!.Id)]) { Naive = kept };
    }

    /// <summary>A page: its rows, their cursors, and what is said of the page.</summary>
    public JsonNode Ask(MusicService service, PageRequest request, Func<int, string> cursorOf)
    {
        var paging = new[]
        {
            request.First is { } first ? string.Create(CultureInfo.InvariantCulture, $"first: {first}") : null,
            request.Last is { } last ? string.Create(CultureInfo.InvariantCulture, $"last: {last}") : null,
            request.After is { } after ? $"after: \"{cursorOf(after)}\"" : null,
            request.Before is { } before ? $"before: \"{cursorOf(before)}\"" : null,
        };
        var arguments = string.Join(", ", paging.Append(Arguments).Where(a => !string.IsNullOrEmpty(a)));
        var row = Field == "parts" ? "artist { id } kind recording { id }" : "id";
        var list = $"{Field}{(arguments.Length == 0 ? "" : $"({arguments})")} {{ totalCount edges {{ cursor node {{ {row} }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }}";
        return Parent is null
            ? service.Data($"{{ {list} }}")[Field]!
            : service.Data($"{{ node(id: {JsonSerializer.Serialize(Parent.Id)}) {{ ... on {TypeOf(Parent)} {{ {list} }} }} }}")["node"]![Field]!;
    }

    public string Identity(JsonNode edge)
    {
        var node = edge["node"]!;
        return Field == "parts" ? $"{node["artist"]!["id"]} {node["kind"]} {node["recording"]!["id"]}" : node["id"]!.GetValue<string>();
    }

    public static string TypeOf(MusicNode node) => node.Kind switch { "ARTIST" => "Artist", "LABEL" => "Label", _ => "Recording" };
}
