using System.Runtime.CompilerServices;
using GraphService.Neo4j.Cypher;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>Compiled statements are kept while they are used, and never take more than the bound.</summary>
public class StatementCacheTests
{
    private const int Length = 1_000;
    private const int Charged = 1_024 + 1 + (4 * Length);

    private readonly StatementStage _stage = new([]);

    [Fact]
    public void A_statement_is_compiled_once_for_a_stage_and_shape()
    {
        var cache = new StatementCache();
        var made = cache.Find(_stage, Shape(1), Compile);
        Assert.Same(made, cache.Find(_stage, Shape(1), () => throw new InvalidOperationException()));
        Assert.NotSame(made, cache.Find(_stage, Shape(2), Compile));
        Assert.NotSame(made, cache.Find(new StatementStage([]), Shape(1), Compile));
    }

    [Fact]
    public void Shapes_without_end_take_no_more_than_the_bound_and_leave_what_is_used()
    {
        const int most = 8;
        var cache = new StatementCache(most * Charged);
        var hot = cache.Find(_stage, Shape(0), Compile);
        for (byte i = 1; i < 200; i++)
        {
            cache.Find(_stage, Shape(i), Compile);
            Assert.Same(hot, cache.Find(_stage, Shape(0), Compile));
            Assert.InRange(Enumerable.Range(0, i + 1).Count(s => cache.Has(_stage, Shape((byte)s))), 1, most);
        }
    }

    [Fact]
    public void Stages_share_the_bound()
    {
        var cache = new StatementCache(8 * Charged);
        var stages = Enumerable.Range(0, 100).Select(_ => new StatementStage([])).ToList();
        stages.ForEach(s => cache.Find(s, Shape(1), Compile));
        Assert.InRange(stages.Count(s => cache.Has(s, Shape(1))), 4, 8);
        Assert.True(cache.Has(stages[^1], Shape(1)), "the last one is kept");
    }

    [Theory]
    [InlineData(StatementCache.MaxLength, true)]
    [InlineData(StatementCache.MaxLength + 1, false)]
    public void Very_long_texts_are_not_kept(int length, bool isKept)
    {
        var cache = new StatementCache();
        var made = cache.Find(_stage, Shape(1), () => new CompiledStatement(new string('x', length), []));
        Assert.Equal(length, made.Length);
        Assert.Equal(isKept, cache.Has(_stage, Shape(1)));
    }

    [Fact]
    public void A_statement_larger_than_the_bound_takes_the_place_of_all_others()
    {
        var cache = new StatementCache(Charged);
        cache.Find(_stage, Shape(1), Compile);
        cache.Find(_stage, Shape(2), Compile);
        cache.Find(_stage, Shape(3), Compile);
        Assert.False(cache.Has(_stage, Shape(1)));
        Assert.True(cache.Has(_stage, Shape(3)));
    }

    [Fact]
    public void The_statements_of_a_plan_that_is_forgotten_are_forgotten_with_it()
    {
        var cache = new StatementCache();
        var statement = AddOfAPlan(cache);
        for (var i = 0; i < 10 && statement.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(statement.IsAlive);
        Assert.False(cache.Has(_stage, Shape(1)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AddOfAPlan(StatementCache cache) => new(cache.Find(new StatementStage([]), Shape(1), Compile));

    private static StatementShape Shape(byte value) => new([value]);

    private static CompiledStatement Compile() => new(new string('x', Length), []);
}
