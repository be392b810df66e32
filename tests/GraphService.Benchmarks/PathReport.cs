using System.Diagnostics;
using System.Globalization;
using GraphService.Graph.Algorithms;

namespace GraphService.Benchmarks;

/// <summary>How long each of many pairs takes: the median says little where few pairs take long.</summary>
internal static class PathReport
{
    private const int Pairs = 300;
    private const int Rounds = 5;
    private const int MaxDegrees = 12;

    /// <summary>The nodes of the first shortest path by ids; none when there is none.</summary>
    public static int[] First((int From, int To) pair)
    {
        using var chains = Find(pair);
        return chains.First() ?? [];
    }

    /// <summary>How many shortest paths there are.</summary>
    public static long Count((int From, int To) pair)
    {
        using var chains = Find(pair);
        return chains.Count();
    }

    /// <summary>Measures each pair in several rounds; the best of each counts.</summary>
    public static void Write(TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        var (before, large) = (Memory(), Graphs.Large);
        output.WriteLine(Invariant($"{Graphs.Folder}: {large.Nodes.Count:N0} nodes, {large.Topology.EntryCount / 2:N0} credits; loaded in {clock.Elapsed.TotalSeconds:0.0} s"));
        output.WriteLine(Invariant($"memory: {Memory() - before:N0} MB more, the topology {large.Topology.Bytes / 1e6:N0} MB of it; peak {Peak():N0} MB"));
        var pairs = Graphs.Pairs(Pairs);
        output.WriteLine(Invariant($"{Pairs} random pairs, best of {Rounds} rounds, in ms"));
        Write(output, "first path by ids", pairs, pair => First(pair).Length);
        Write(output, "number of all paths", pairs, Count);
    }

    private static ShortestChains Find((int From, int To) pair) =>
        Graphs.Large.Chains.Find(new ChainQuery { From = pair.From, To = pair.To, MaxLength = 2 * MaxDegrees }, new SearchBudget(long.MaxValue));

    private static void Write(TextWriter output, string name, (int From, int To)[] pairs, Func<(int From, int To), long> measure)
    {
        var best = new double[pairs.Length];
        Array.Fill(best, double.MaxValue);
        var bytes = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < pairs.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                measure(pairs[i]);
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / pairs.Length;
        }

        Array.Sort(best);
        double At(double part) => best[(int)(part * (best.Length - 1))];
        output.WriteLine(Invariant($"  {name,-20} p50 {At(0.5):0.000}  p95 {At(0.95):0.00}  p99 {At(0.99):0.00}  max {best[^1]:0.00}; {bytes:N0} bytes allocated a pair"));
    }

    private static double Memory()
    {
        GC.Collect();
        return Environment.WorkingSet / 1e6;
    }

    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
