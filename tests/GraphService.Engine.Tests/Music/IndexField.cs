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
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var nodes = context.Nodes;
            var (letter, atMost) = ((string, int))slot.Arguments!;
            var sortName = context.Model.Tables.Single(t => t.Label == "Artist").Property("sortName")!;
            return Enumerable.Range(0, nodes.Count)
                .Where(n => nodes.Kind(n).Table.Label == "Artist" && Encoding.UTF8.GetString(nodes.Text(n, sortName)).StartsWith(letter, StringComparison.Ordinal))
                .OrderBy(nodes.Rank)
                .Take(atMost)
                .ToArray();
        }
    }
}
