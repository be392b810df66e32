using System.Runtime;

namespace GraphService.Graph.Algorithms;

/// <summary>
/// Gives back what loading or computing over a large graph leaves behind: arrays of tens of megabytes, which the runtime would keep until as much is
/// allocated again. It stops the process for a fraction of a second, so it is for what happens once a graph or once a ranking.
/// </summary>
internal static class Garbage
{
    // Below it the runtime may keep what it likes.
    private const int LargeNodeCount = 100_000;

    public static void CollectAfter(int nodeCount)
    {
        if (nodeCount > LargeNodeCount)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
