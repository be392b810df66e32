using System.Text.Json;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>What the stores are asked is worth asking: queries that are refused, or find nothing, would be answered alike by any two stores. This takes no database.</summary>
public sealed class RandomQueriesTests : IDisposable
{
    private readonly RandomGraphFolder _folder = new(11, graphs: 2, nodes: 60);
    private readonly EmbeddedGraph _graph;
    private readonly ValuePool _pool;

    public RandomQueriesTests()
    {
        _graph = new EmbeddedGraph(EmbeddedGraph.Load(_folder.Path));
        _pool = new ValuePool(q => _graph.Ask(q));
    }

    private static Schema Schema => BothStores.Domain.Schema;

    [Fact]
    public void Every_argument_is_made_up()
    {
        var arguments = new RandomArguments(Schema, _pool, new Random(1));

        foreach (var type in Schema.Types.Values.OfType<FieldsType>())
        {
            foreach (var field in type.Fields.Where(f => f.Arguments.Count > 0 && !f.Name.StartsWith("__", StringComparison.Ordinal) && !type.Name.StartsWith("__", StringComparison.Ordinal)))
            {
                var made = Enumerable.Range(0, 200).SelectMany(_ => arguments.Of(type, field)).Select(a => a.Name).ToHashSet();

                Assert.Superset(field.Arguments.Select(a => a.Name).ToHashSet(), made);
            }
        }
    }

    [Fact]
    public void Random_queries_and_their_next_pages_are_valid_and_mostly_answered()
    {
        var (asked, answered, roots) = (0, 0, new HashSet<string>());
        for (var seed = 0; seed < 400; seed++)
        {
            var queries = new RandomQueries(Schema, _pool, seed);
            var query = queries.Query(5);
            var response = Ask(query);
            var cursors = RandomChecks.Cursors(response);
            if (cursors.Count > 0)
            {
                Ask(queries.Continue(query, cursors));
            }

            asked++;
            answered += response.TryGetProperty("errors", out _) ? 0 : 1;
            roots.UnionWith(query.Fields.Select(f => f.Head.Split(' ')[^1]));
        }

        Assert.Superset(Schema.Query.Fields.Select(f => f.Name).Where(n => !n.StartsWith("__", StringComparison.Ordinal)).ToHashSet(), roots);
        Assert.True(answered * 4 > asked * 3, $"{answered} of {asked} random queries have no errors.");
    }

    [Fact]
    public void Every_query_is_answered()
    {
        var every = new EveryQuery(Schema, _pool);

        foreach (var query in new EveryRoot(Schema, _pool).Queries().Concat(every.Fields(most: 20)).Concat(every.Walks()).Concat(every.Orders()))
        {
            var response = _graph.Ask(query);
            Assert.False(Parse(response).TryGetProperty("errors", out _), $"{query}\n{response}");
        }
    }

    public void Dispose() => _folder.Dispose();

    // A query that is not valid has no data.
    private JsonElement Ask(RandomQuery query)
    {
        var (text, variables) = query.Write();
        var response = _graph.Ask(text, variables);
        Assert.True(Parse(response).TryGetProperty("data", out _), $"{query}\n{response}");
        return Parse(response);
    }

    private static JsonElement Parse(string response)
    {
        using var document = JsonDocument.Parse(response);
        return document.RootElement.Clone();
    }
}
