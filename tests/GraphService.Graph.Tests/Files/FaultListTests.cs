using GraphService.Graph.Files;

namespace GraphService.Graph.Tests.Files;

public sealed class FaultListTests
{
    [Fact]
    public void A_hundred_thousand_faults_are_kept_the_first_ones_in_whatever_order_they_come()
    {
        const int Total = 250_000;
        var faults = new FaultList();
        for (var line = Total; line > 0; line--)
        {
            faults.Add(new Fault("a.csv", line, 1, null, "wrong"));
        }

        Assert.Equal(Total, faults.Total);
        Assert.Equal(Enumerable.Range(1, 100_000).Select(i => (long)i), faults.ToSorted().Select(f => f.Line));
    }

    [Fact]
    public void What_a_fault_quotes_is_cut_so_that_many_faults_fit_in_memory()
    {
        var faults = new FaultList();
        faults.Add(new Fault("a.csv", 1, 1, new string('h', 500), new string('m', 501)));
        faults.Add(new Fault("a.csv", 2, 1, new string('h', 501), new string('m', 499) + "😀"));
        Assert.Equal(
            [
                new Fault("a.csv", 1, 1, new string('h', 500), new string('m', 500) + "…"),
                new Fault("a.csv", 2, 1, new string('h', 500) + "…", new string('m', 499) + "…"),
            ],
            faults.ToSorted());
    }
}
