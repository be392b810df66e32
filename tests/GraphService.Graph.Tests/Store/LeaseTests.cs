using System.Text;
using GraphService.Graph.Tests.Files;

namespace GraphService.Graph.Tests.Store;

public sealed class LeaseTests
{
    [Fact]
    public void A_retired_snapshot_lives_until_its_last_reader_is_gone()
    {
        using var folder = new GraphFolder().Add("a.csv", "id:ID,name,:LABEL", "ann,Ann,Person");
        var graph = folder.Load();
        Assert.True(graph.Summary.Bytes > 0);
        Assert.True(graph.TryAcquire());
        graph.Retire();

        Assert.Equal("ann", Encoding.UTF8.GetString(graph.Text(graph.Ids[0])));
        Assert.True(graph.TryAcquire());
        graph.Release();
        graph.Release();
        Assert.False(graph.TryAcquire());
    }

    [Fact]
    public void Leases_are_counted_across_threads()
    {
        using var folder = new GraphFolder().Add("a.csv", "id:ID,name,:LABEL", "ann,Ann,Person");
        var graph = folder.Load();
        Parallel.For(0, 1000, _ =>
        {
            if (graph.TryAcquire())
            {
                Assert.Equal(0, graph.FindNode("ann"u8));
                graph.Release();
            }
        });
        graph.Retire();
        Assert.False(graph.TryAcquire());
    }
}
