using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>All shortest walks between two nodes. A cursor holds the ids along a walk.</summary>
internal sealed class ShortestPathsField : CodeField
{
    public override string Coordinate => "Query.shortestPaths";

    public override string? CursorKeys => "t*";

    public override ComputedField Computation { get; } = new Search();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => WalkArguments.Bind(arguments, model);

    public override int NodesOfRow(object arguments) => ((WalkArguments)arguments).MaxLength + 1;

    private sealed class Search : ComputedField
    {
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var arguments = (WalkArguments)slot.Arguments!;
            var query = arguments.Query(context);
            return Arguments.Search(context, WalkArguments.Narrower, budget =>
            {
                using var chains = context.Algorithms.Walks.Find(query, budget);
                return ChainPage.Of(context, slot, chains, needsCount, chain => arguments.Path(context, chain));
            });
        }
    }
}
