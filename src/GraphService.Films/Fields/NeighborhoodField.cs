using GraphService.Engine.Schema;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>What to draw around a node.</summary>
internal sealed class NeighborhoodField : CodeField
{
    public override string Coordinate => "Query.neighborhood";

    public override ComputedField Computation { get; } = new Drawing();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => new Asked(
        (string)arguments["id"]!,
        Arguments.Number(arguments, "depth", whenAbsent: 1, least: 1, most: 3),
        Kinds.Mask(arguments["over"], model),
        Arguments.Number(arguments, "limit", whenAbsent: 100, least: 1, most: 500));

    public override int NodesOfRow(object arguments) => ((Asked)arguments).Limit;

    private sealed record Asked(string Id, int Depth, ulong Types, int Limit);

    private sealed class Drawing : ComputedField
    {
        /// <summary>The members of Subgraph, in their order.</summary>
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var asked = (Asked)slot.Arguments!;
            var node = Arguments.Find(context, "id", asked.Id);
            var found = Arguments.Search(context, "kinds, depth or limit", budget =>
                Neighborhood.Find(context.Algorithms.Whole, node, asked.Depth, asked.Types, asked.Limit, budget));
            return new object?[]
            {
                found.Nodes.Select(n => (object?)new NodeRef(n)).ToList(),
                found.Relationships.Select(r => (object?)new RelationshipRef(r.Start, r.Type, r.End, r.Nth)).ToList(),
                found.IsTruncated,
            };
        }
    }
}
