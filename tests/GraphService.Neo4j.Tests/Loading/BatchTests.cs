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
    public void Nothing_is_no_batch() => Assert.Equal("", Of(new Rows()));
}
