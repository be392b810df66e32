using System.Text;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Execution;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Store;
using GraphService.Graph.Tests.Model;

namespace GraphService.Graph.Tests.Execution;

/// <summary>A request allocates for itself, never for a row: a page of 200 costs the memory of a page of 10.</summary>
public class AllocationTests
{
    private static readonly GraphOperation Operation = new([WorksPlan.Root]);
    private static readonly EmbeddedStore<CountingSink> Store = Serving(WorksPlan.Graph(works: 220));
    private static readonly Property Title = TestModels.Films.Tables[1].Property("title")!;
    private static readonly Property Year = TestModels.Films.Tables[1].Property("year")!;

    public static TheoryData<string> Requests => [.. Slots.Keys];

    private static readonly Dictionary<string, Func<int, BoundSlot>> Slots = new()
    {
        ["in default order"] = size => WorksPlan.Page(WorksPlan.WorkOrder, size),
        ["the last"] = size => WorksPlan.Page(WorksPlan.WorkOrder, size, isLast: true),
        ["filtered"] = size => WorksPlan.Page(WorksPlan.WorkOrder, size, Filter()),
        ["sorted"] = size => WorksPlan.Page([TestModels.By(Subject.Node, Title, descending: true), TestModels.By(Subject.Node, ValueKind.Id)], size, isDefault: false),
        ["filtered and sorted"] = size => WorksPlan.Page([TestModels.By(Subject.Node, Year), TestModels.By(Subject.Node, ValueKind.Id)], size, Filter(), isDefault: false),
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_page_allocates_nothing_a_row(string request)
    {
        var (few, many) = (Bound(Slots[request](10)), Bound(Slots[request](200)));
        Assert.True(Run(many) > 15 * Run(few), "The larger page says more.");
        Assert.Equal(Allocated(few), Allocated(many));
    }

    [Fact]
    public void Nothing_is_refused_on_the_way()
    {
        var tally = new CountingSink.Tally();
        Run(Bound(Slots["filtered"](200)), tally);
        Assert.Equal(0, tally.Faults);
        Assert.InRange(tally.Bytes, 200 * 1_000, long.MaxValue);
    }

    private static EmbeddedStore<CountingSink> Serving(GraphSnapshot graph)
    {
        var graphs = new GraphHolder(new TopologyModel { Types = [], Near = TestModels.Films.Tables[0], Far = TestModels.Films.Tables[1] });
        graphs.Publish(graph);
        return new EmbeddedStore<CountingSink>(graphs);
    }

    private static BoundSlot[] Bound(BoundSlot works) => [works, WorksPlan.Page(WorksPlan.CastOrder, 3), WorksPlan.Page(WorksPlan.CreditOrder, 4, isDefault: false)];

    // Each kind of predicate once; all works pass.
    private static AndPredicate Filter() => new([
        new NotPredicate(new TextPredicate(Value(Title), TextOperator.Search, Encoding.UTF8.GetBytes("nothing"))),
        new OrPredicate([new MissingPredicate(Value(Year)), new IntPredicate(Value(Year), IntOperator.Gt, 1900)]),
        new NotPredicate(new IntInPredicate(Value(Year), [1, 2, 3])),
        new NotPredicate(new TextInPredicate(new ValueRef(Subject.Node, ValueKind.Id), [Encoding.UTF8.GetBytes("nobody")])),
        new SetPredicate(new ValueRef(Subject.Node, ValueKind.Kind), ulong.MaxValue),
        new ItemsPredicate(Value(TestModels.Films.Tables[1].Property("years")!), Quantifier.Some, new IntPredicate(default, IntOperator.Gte, 1990)),
        new StepsPredicate(Subject.Node, TestModels.Films.Adjacencies[1], Quantifier.Some, new NodePredicate(Subject.Start, new MissingPredicate(new ValueRef(Subject.Node, ValueKind.Property, TestModels.Films.Tables[0].Property("aliases")!)))),
    ]);

    private static ValueRef Value(Property property) => new(Subject.Node, ValueKind.Property, property);

    private static long Run(BoundSlot[] slots) => Run(slots, new CountingSink.Tally());

    private static long Run(BoundSlot[] slots, CountingSink.Tally tally)
    {
        var request = new GraphRequest(Operation, slots, [], new SearchLimits(long.MaxValue, int.MaxValue));
        using var execution = Store.BeginAsync(request, new CountingSink(tally), CancellationToken.None).AsTask().GetAwaiter().GetResult();
        Assert.True(execution.WriteRoot(WorksPlan.Root));
        return tally.Bytes;
    }

    // Of several rounds the least: the runtime itself allocates now and then.
    private static long Allocated(BoundSlot[] slots)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            var tally = new CountingSink.Tally();
            var before = GC.GetAllocatedBytesForCurrentThread();
            Run(slots, tally);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
