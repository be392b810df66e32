using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>What the graph holds in all.</summary>
internal sealed class StatisticsField : CodeField
{
    public override string Coordinate => "Query.statistics";

    public override ComputedField Computation { get; } = new Counting();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => null;

    private sealed class Counting : ComputedField
    {
        /// <summary>The members of GraphStatistics, in their order.</summary>
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var facts = context.Algorithms.Facts;
            long NodesOf(string label) => facts.NodesOf(context.Model.Tables.First(t => t.Label == label));
            return new object?[]
            {
                facts.StoredNodes,
                facts.StoredRelationships,
                NodesOf("Person"),
                NodesOf("Work"),

                // The topology holds each credit twice, once for either end.
                context.Algorithms.Topology.EntryCount / 2L,
            };
        }
    }
}
