using FsCheck;
using FsCheck.Fluent;
using GraphService.Graph.Execution;
using GraphService.Graph.Store;

namespace GraphService.Graph.Tests.Execution;

public class BestRowsTests
{
    [Fact]
    public void It_keeps_what_sorting_all_would_put_first_or_last() =>
        Prop.ForAll(
            Gen.Choose(-5, 5).ListOf().ToArbitrary(),
            Gen.Choose(0, 12).ToArbitrary(),
            Gen.Elements(true, false).ToArbitrary(),
            (keys, size, keepsLast) =>
            {
                var rows = keys.Select((key, place) => new Step(key, place)).ToList();
                var sorted = rows.Order(Comparer<Step>.Create(ByKeyThenPlace)).ToList();
                var expected = keepsLast ? sorted.Skip(Math.Max(0, sorted.Count - size)) : sorted.Take(size);
                Assert.Equal(expected, Best(rows, size, keepsLast));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(2026, 1121));

    private static int ByKeyThenPlace(Step x, Step y) =>
        x.Node != y.Node ? x.Node.CompareTo(y.Node) : x.Relationship.CompareTo(y.Relationship);

    private static List<Step> Best(List<Step> rows, int size, bool keepsLast)
    {
        var window = new Window();
        var best = new BestRows(window, size, ByKeyThenPlace, keepsLast);
        foreach (var row in rows)
        {
            best.Offer(row);
        }

        return [.. window.Buffer[..best.Count].Order(Comparer<Step>.Create(ByKeyThenPlace))];
    }
}
