using GraphService.Graph.Files.Csv;
using GraphService.Graph.Model;
using GraphService.Graph.Store;
using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Files;

/// <summary>Loads a folder of graph files. Nothing is loaded unless every file is without fault.</summary>
public static class GraphLoader
{
    private const long LargeGraph = 64 << 20;

    /// <summary>Reads, checks, merges and indexes a graph.</summary>
    /// <param name="folder">The folder; its <c>*.csv</c> files are read.</param>
    /// <param name="model">What the graph may hold.</param>
    /// <param name="derivation">What the domain derives and checks beyond the model.</param>
    /// <param name="progress">Is told the share of the files that is read, from 0 to 1, and null when they are read and put in order; on the thread that works.</param>
    /// <exception cref="GraphLoadException">The files have faults; all are told, up to 100,000.</exception>
    public static GraphSnapshot Load(string folder, GraphModel model, GraphDerivation? derivation = null, IProgress<double?>? progress = null)
    {
        var faults = new FaultList();
        using var draft = new GraphDraft(model, faults, derivation);
        CsvFolder.Read(folder, draft, faults, progress);
        progress?.Report(null);
        derivation?.Complete(draft);
        if (faults.Total > 0)
        {
            throw new GraphLoadException(folder, faults.ToSorted(), faults.Total);
        }

        using var builder = new SnapshotBuilder(draft);
        var graph = builder.Build();
        if (graph.Summary.Bytes > LargeGraph)
        {
            // What loading leaves behind is large and dead, and the process may run for months without collecting it.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }

        return graph;
    }
}
