using System.Text;
using GraphService.Graph.Store;

namespace GraphService.Cli;

/// <summary>The graph that an export writes, in this process.</summary>
internal static class ExportSource
{
    public static Task<GraphSnapshot> ReadAsync(GraphSession session, CancellationToken cancel) => session.Service.Graph is { } graph
        ? Task.FromResult(graph)
        : throw new BadInputException("A database is not exported: export the folder that it was loaded from, with --store embedded --graph DIR.");

    /// <summary>The numbers of nodes.</summary>
    public static IEnumerable<int> Find(GraphSnapshot graph, IEnumerable<string> ids) =>
        ids.Select(id => graph.FindNode(Encoding.UTF8.GetBytes(id))).Where(node => node >= 0);
}
