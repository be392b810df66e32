using System.Text;
using GraphService.Neo4j.Loading;

namespace GraphService.Neo4j.Tests.Loading;

public class BatchTests
{
    private sealed class Rows(params int[] sizes) : LoadStep("CREATE (n)")
    {
        public override int Count => sizes.Length;

        public override void WriteRow(int row, IParameterSink sink) => sink.Text(Encoding.UTF8.GetBytes(new string('x', sizes[row])));
    }

    private static string Of(params LoadStep[] steps) => string.Join(' ', Batch.Of(steps).Select(b => $"{b.Number}:{Array.IndexOf(steps, b.Step)}+{b.First}x{b.Count}"));

    [Fact]
    public void A_batch_has_five_thousand_rows_of_one_step() =>
        Assert.Equal("0:0+0x5000 1:0+5000x1 2:2+0x5000", Of(new Rows(new int[5001]), new Rows(), new Rows(new int[5000])));

    [Fact]
    public void Large_rows_make_small_batches() =>
        Assert.Equal("0:0+0x2 1:0+2x1 2:0+3x2", Of(new Rows(4_000_000, 4_000_000, 20_000_000, 1, 5)));

    [Fact]
    public void Sizes_are_those_of_version_1()
    {
        var counter = new ByteCounter();
        var sizes = new List<long>();
        foreach (var write in new Action<IParameterSink>[]
        {
            s => s.Null(), s => s.Bool(true), s => s.Int(0), s => s.Double(0), s => s.Text("é"u8), s => s.Key("k"u8),
            s => s.BeginList(9), s => s.EndList(), s => s.BeginMap(9), s => s.EndMap(),
        })
        {
            counter.Clear();
            write(counter);
            sizes.Add(counter.Bytes);
        }

        Assert.Equal(1, Batch.Version);
        Assert.Equal([1, 1, 5, 5, 7, 6, 5, 0, 5, 0], sizes);
    }

    [Fact]
    public void Nothing_is_no_batch() => Assert.Equal("", Of(new Rows()));
}
