using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>All shortest chains between two people. A cursor holds the ids along a chain.</summary>
internal sealed class CollaborationPathsField : CodeField
{
    public override string Coordinate => "Query.collaborationPaths";

    public override string? CursorKeys => "t*";

    public override ComputedField Computation { get; } = new Search();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => PathArguments.Bind(arguments);

    public override int NodesOfRow(object arguments) => (2 * ((PathArguments)arguments).MaxDegrees) + 1;

    private sealed class Search : ComputedField
    {
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var arguments = (PathArguments)slot.Arguments!;
            var query = arguments.Query(context);
            return Arguments.Search(context, PathArguments.Narrower, budget =>
            {
                using var chains = context.Algorithms.Chains.Find(query, budget);
                return ChainPage.Of(context, slot, chains, needsCount, chain => arguments.Path(context, chain));
            });
        }
    }
}
