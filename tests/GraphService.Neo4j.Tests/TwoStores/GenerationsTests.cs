using System.Collections.Concurrent;
using System.Text.Json;
using GraphService.Films.Derivations;
using GraphService.Graph.Files;
using GraphService.Neo4j.Loading;
using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>While one graph takes the place of another, every answer is of the one or of the other.</summary>
public class GenerationsTests(RealNeo4jDatabase database) : IClassFixture<RealNeo4jDatabase>
{
    private static readonly ImportOptions s_patient = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

    [RealNeo4jFact]
    public async Task No_answer_mixes_two_generations()
    {
        using var first = new RandomGraphFolder(21, graphs: 1, nodes: 40);
        using var second = new RandomGraphFolder(22, graphs: 1, nodes: 40);
        await using var other = await BothStores.LoadAsync(database, second.Path);
        await using var stores = await BothStores.LoadAsync(database, first.Path);
        var queries = Queries(stores).Concat(Queries(other)).ToList();
        var expected = queries.ConvertAll(q => new[] { stores.AskEmbedded(q), other.AskEmbedded(q) });
        var seen = new ConcurrentDictionary<(int Query, int Graph), bool>();
        using var stop = new CancellationTokenSource();

        var askers = Enumerable.Range(0, 3).Select(asker => Task.Run(async () =>
        {
            for (var i = asker; !stop.IsCancellationRequested; i++)
            {
                var query = i % queries.Count;
                var answer = await stores.AskNeo4jAsync(queries[query]);
                var graph = Array.IndexOf(expected[query], answer.Text);
                Assert.True(graph >= 0 || IsNotLoaded(answer), $"{queries[query]}\n{answer.Text}\nis neither\n{string.Join("\nnor\n", expected[query])}");
                seen.TryAdd((query, graph), true);
            }
        })).ToList();

        foreach (var folder in new[] { second, first, second })
        {
            await ImportAsync(folder.Path);
        }

        await stop.CancelAsync();
        await Task.WhenAll(askers);

        for (var query = 0; query < queries.Count; query++)
        {
            Assert.True(seen.ContainsKey((query, 0)) && seen.ContainsKey((query, 1)), $"Only one graph was seen by {queries[query]}");
        }

        await stores.WaitForProjectionAsync();
        for (var query = 0; query < queries.Count; query++)
        {
            Assert.Equal(expected[query][1], (await stores.AskNeo4jAsync(queries[query])).Text);
        }
    }

    /// <summary>Of rows that are there no more, too.</summary>
    [RealNeo4jFact]
    public async Task A_cursor_of_the_old_graph_goes_on_in_the_new_one()
    {
        string[] lists =
        [
            "works(order: [{ title: DESC }], PAGE", "search(text: \"a\", PAGE", "disputes(PAGE", "sources(PAGE", "recurringTeams(minWorks: 1, PAGE", "centralPeople(measure: BETWEENNESS, PAGE", "components(PAGE",
        ];
        using var first = new RandomGraphFolder(21, graphs: 1, nodes: 40);
        using var second = new RandomGraphFolder(22, graphs: 1, nodes: 40);
        List<(string List, string Cursor)> cursors = [];
        await using (var old = await BothStores.LoadAsync(database, first.Path))
        {
            foreach (var list in lists)
            {
                var answer = await old.AskAsync($"{{ list: {list.Replace("PAGE", "first: 200", StringComparison.Ordinal)}) {{ edges {{ cursor }} }} }}");
                var found = answer.Json.GetProperty("data").GetProperty("list").GetProperty("edges").EnumerateArray().Select(e => (list, e.GetProperty("cursor").GetString()!)).ToList();
                Assert.NotEmpty(found);
                cursors.AddRange(found.Take(20));
            }
        }

        await using var stores = await BothStores.LoadAsync(database, second.Path);

        foreach (var (list, cursor) in cursors)
        {
            await stores.AskAsync($"query ($after: String) {{ {list.Replace("PAGE", "first: 3, after: $after", StringComparison.Ordinal)}) {{ edges {{ cursor }} pageInfo {{ hasNextPage hasPreviousPage endCursor }} }} }}",
                JsonSerializer.Serialize(new { after = cursor }));
        }
    }

    private static bool IsNotLoaded(Answer answer) => answer.Json.TryGetProperty("errors", out var errors)
        && errors.EnumerateArray().All(e => e.GetProperty("extensions").GetProperty("code").GetString() == "UNAVAILABLE" && e.TryGetProperty("path", out _));

    private static IEnumerable<string> Queries(BothStores stores)
    {
        var people = new ValuePool(q => stores.AskEmbedded(q)).Ids(["Person"]);
        var (a, b) = (QueryValue.Of(people[0]).Json, QueryValue.Of(people[^1]).Json);
        return
        [
            "{ people { totalCount nodes { id name credits { totalCount nodes { work { id title cast { nodes { id } } } sources { source { id } } } } } } }",
            "{ works(order: [{ title: ASC }]) { totalCount edges { cursor node { id } } } }",
            $"{{ nodes(ids: [{a}, {b}]) {{ id ... on Person {{ name collaborators {{ totalCount edges {{ workCount node {{ name credits {{ totalCount }} }} works {{ title }} }} }} }} }} }}",
            $"{{ collaborationPaths(from: {a}, to: {b}) {{ totalCount nodes {{ degrees steps {{ work {{ id title }} fromCredits {{ role note }} }} }} }} people {{ totalCount }} }}",
            $"{{ sharedWorks(people: [{a}]) {{ totalCount nodes {{ id title cast {{ nodes {{ name }} }} }} }} }}",
        ];
    }

    private async Task ImportAsync(string folder)
    {
        var snapshot = GraphLoader.Load(folder, BothStores.Domain.Model, new FilmDerivation());
        await new GraphImporter(database.Client, s_patient, new Progress<ImportProgress>(), TimeProvider.System).ImportAsync(snapshot, Fingerprint.OfFolder(folder), CancellationToken.None);
        snapshot.Retire();
    }
}
