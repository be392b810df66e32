using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>How many people stand at 0, 1, 2, ... degrees from a person.</summary>
internal sealed class DegreeDistributionField : CodeField
{
    public override string Coordinate => "Query.degreeDistribution";

    public override ComputedField Computation { get; } = new Counting();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => new Asked((string)arguments["from"]!, Credits.Mask(arguments["roles"]));

    private sealed record Asked(string From, ulong Types);

    private sealed class Counting : ComputedField
    {
        /// <summary>Objects with the members of DegreeCount, in their order.</summary>
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var asked = (Asked)slot.Arguments!;
            var from = Arguments.Find(context, "from", asked.From, "person");
            var counts = Arguments.Search(context, "roles", budget => context.Algorithms.Chains.CountByDistance(from, asked.Types, budget));

            // People and works take turns: each second distance is of people.
            return counts.Where((_, distance) => distance % 2 == 0).Select((people, degree) => (object?)new object?[] { (long)degree, (long)people }).ToList();
        }
    }
}
