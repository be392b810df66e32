using GraphService.Engine.Schema;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>The works on which every one of some people is credited.</summary>
internal sealed class SharedWorksField : CodeField
{
    public override string Coordinate => "Query.sharedWorks";

    public override ComputedField Computation { get; } = new Intersection();

    public override object? Bind(ArgumentValues arguments, GraphModel model)
    {
        var people = Arguments.Ids(arguments["people"]);
        return people.Count > 0
            ? new Asked(people, Credits.Mask(arguments["roles"]))
            : throw new QueryFaultException(QueryFault.BadInput("people", "people must not be empty: give the id of one person at least."));
    }

    private sealed record Asked(IReadOnlyList<string> People, ulong Types);

    private sealed class Intersection : ComputedField
    {
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var asked = (Asked)slot.Arguments!;
            var people = asked.People.Select(id => Arguments.Find(context, "people", id, "person")).ToArray();
            var works = Arguments.Search(context, "people or roles", budget => SharedFarNodes.OfAll(context.Algorithms.Topology, people, asked.Types, budget));
            return works.OrderBy(context.Nodes.Rank).ToArray();
        }
    }
}
