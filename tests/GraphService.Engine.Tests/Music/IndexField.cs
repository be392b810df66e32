using System.Text;
using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Engine.Tests.Music;

/// <summary>A connection over stored nodes that code chooses: artists by the first letter of their folded sort names.</summary>
internal sealed class IndexField : CodeField
{
    public override string Coordinate => "Query.index";

    public override ComputedField Computation { get; } = new Scan();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => ((string)arguments["letter"]!, (int)(arguments["atMost"] as long? ?? 100));

    private sealed class Scan : ComputedField
    {
        public override object? Compute(ComputeContext context, int node, BoundSlot slot, bool needsCount)
        {
            var graph = context.Graph;
            var (letter, atMost) = ((string, int))slot.Arguments!;
            var table = graph.Model.Tables.Single(t => t.Label == "Artist");
            var names = (Graph.Store.TextColumn)graph.NodeColumns[table.Index][table.Property("sortName")!.Index];
            return graph.DefaultOrders[table.Index].Span.ToArray()
                .Where(n => Encoding.UTF8.GetString(graph.Text(names.Values[graph.LocalNode(n)])).StartsWith(letter, StringComparison.Ordinal))
                .Take(atMost)
                .ToArray();
        }
    }
}
