using FsCheck;
using FsCheck.Fluent;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Tests.Music;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Validation;

namespace GraphService.Engine.Tests.Pipeline;

/// <summary>A plan answers any query byte for byte as the specification's algorithms do, one field after the other.</summary>
public class ExecutionLawTests
{
    private const int QueriesPerGraph = 20;

    private static string Difference(string expected, string actual)
    {
        const int context = 150;
        var same = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = Math.Max(0, same - context);
        string Around(string text) => text[from..Math.Min(text.Length, same + context)];
        return $"expected ...{Around(expected)}\nactual   ...{Around(actual)}";
    }

    [Fact]
    public void Answers_are_those_of_the_specification() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var (random, graph) = (new Random(seed), RandomMusic.Graph(seed));
        var service = new MusicService(
            graph,
            new EngineLimits { MaxCost = long.MaxValue },
            new ValidationOptions { MaxDepth = 100, MaxAliases = int.MaxValue, MaxFragmentVisits = int.MaxValue, MaxFieldMerges = int.MaxValue });
        for (var i = 0; i < QueriesPerGraph; i++)
        {
            var query = new RandomQuery(random, graph).Write();
            for (var assignment = 0; assignment < 4; assignment++)
            {
                var (a, b) = ((assignment & 1) != 0, (assignment & 2) != 0);
                var expected = new NaiveExecutor(graph, Parser.ParseDocument(new SourceText(query)), name => name == "a" ? a : b).Answer();
                var answer = service.Text(query, $$"""{"a":{{(a ? "true" : "false")}},"b":{{(b ? "true" : "false")}}}""");
                if (expected != answer)
                {
                    Assert.Fail($"{query}\n{Difference(expected, answer)}");
                }
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
}
