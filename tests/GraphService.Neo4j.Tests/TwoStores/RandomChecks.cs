using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Checks that random queries, and the pages that go on from their answers, give the same bytes on both stores; a query that does not is made as small as it can be.</summary>
internal static class RandomChecks
{
    private const int Objects = 5;

    public static Task HoldAsync(BothStores stores, string graph, int seed, int queries)
    {
        var pool = new ValuePool(q => stores.AskEmbedded(q));
        var cases = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(s => new RandomQueries(BothStores.Domain.Schema, pool, s).Query(Objects)), q => q.Smaller());
        var law = Prop.ForAll(cases, query =>
        {
            try
            {
                Ask(stores, query, new RandomQueries(BothStores.Domain.Schema, pool, seed));
            }
            catch (StoresDifferException difference)
            {
                throw new InvalidOperationException($"{difference.Message}\nthe graph: {graph}", difference);
            }
        });

        // FsCheck runs on this thread; the requests do not need it.
        return Task.Run(() => law.Check(Config.QuickThrowOnFailure.WithMaxTest(queries).WithReplay((ulong)seed, 607)));
    }

    /// <summary>The query, and the next pages of its connections, from cursors of one store's answer given to the other.</summary>
    private static void Ask(BothStores stores, RandomQuery query, RandomQueries queries)
    {
        var (text, variables) = query.Write();
        var answer = stores.AskAsync(text, variables).GetAwaiter().GetResult();
        var cursors = Cursors(answer.Json);
        if (cursors.Count > 0)
        {
            (text, variables) = queries.Continue(query, cursors).Write();
            stores.AskAsync(text, variables).GetAwaiter().GetResult();
        }
    }

    /// <summary>The cursors of a response's connections, by their response names.</summary>
    public static Dictionary<string, List<string>> Cursors(JsonElement response)
    {
        var cursors = new Dictionary<string, List<string>>();
        Collect("", response, cursors);
        return cursors;
    }

    /// <summary>Adds the cursors of connections by their response names.</summary>
    private static void Collect(string name, JsonElement value, Dictionary<string, List<string>> cursors)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Collect(name, item, cursors);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String && property.Name is "cursor" or "startCursor" or "endCursor")
                {
                    if (!cursors.TryGetValue(name, out var list))
                    {
                        cursors.Add(name, list = []);
                    }

                    list.Add(property.Value.GetString()!);
                }
                else
                {
                    Collect(property.Name is "edges" or "pageInfo" ? name : property.Name, property.Value, cursors);
                }
            }
        }
    }
}
