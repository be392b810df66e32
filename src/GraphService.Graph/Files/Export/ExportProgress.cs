namespace GraphService.Graph.Files.Export;

/// <summary>Counts what an export has gone through, tells how far it is, and stops it when nobody waits any more.</summary>
/// <param name="total">Nodes and relationships to go through.</param>
/// <param name="progress">Is told the share that is done, from 0 to 1; on the thread that works.</param>
/// <param name="cancel">Stops the export.</param>
internal sealed class ExportProgress(long total, IProgress<double>? progress, CancellationToken cancel)
{
    private const int Every = 4096;
    private long _done;

    /// <summary>One more node or relationship.</summary>
    /// <exception cref="OperationCanceledException">The export is to stop.</exception>
    public void Step()
    {
        if (++_done % Every == 0)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report((double)_done / Math.Max(1, total));
        }
    }
}
