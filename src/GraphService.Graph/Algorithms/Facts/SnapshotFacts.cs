using System.Text;
using GraphService.Graph.Store;

namespace GraphService.Graph.Algorithms.Facts;

/// <summary>The facts of a snapshot.</summary>
internal static class SnapshotFacts
{
    public static GraphFacts Of(GraphSnapshot graph, SnapshotNodes nodes, ClaimModel? claims) =>
        new(nodes, graph.Summary.Nodes, graph.Summary.Relationships, claims is null ? [] : Disputes(graph, nodes, claims));

    private static IReadOnlyList<Dispute> Disputes(GraphSnapshot graph, SnapshotNodes nodes, ClaimModel claims)
    {
        var grouping = new ClaimGrouping();
        var columns = graph.NodeColumns[claims.Table.Index];
        var (properties, values) = ((TextColumn)columns[claims.Property.Index], (TextColumn)columns[claims.Value.Index]);
        for (var about = graph.FirstRelationships[claims.About.Index]; about < graph.FirstRelationships[claims.About.Index + 1]; about++)
        {
            var (claim, subject) = (graph.Starts[about], graph.Ends[about]);
            if (graph.TableOf[claim] != claims.Table.Index || graph.Model.Tables[graph.TableOf[subject]].IsHidden)
            {
                continue;
            }

            var row = graph.LocalNode(claim);
            var evidence = new List<ClaimEvidence>();
            foreach (var item in graph.NodeEvidence.Of(claim))
            {
                evidence.Add(new ClaimEvidence(nodes.Number(item.Source), item.Locator.IsNull ? null : Encoding.UTF8.GetString(graph.Text(item.Locator))));
            }

            grouping.Add(nodes.Number(subject), Bytes(graph, graph.Ids[claim]), Bytes(graph, properties.Values[row]), Bytes(graph, values.Values[row]), evidence);
        }

        return grouping.Disputes();
    }

    private static byte[] Bytes(GraphSnapshot graph, TextRef text) => graph.Text(text).ToArray();
}
