using GraphService.Engine.Schema;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>Everyone who shares a work with a person. A cursor holds the number of shared works, the sort name and the id.</summary>
internal sealed class CollaboratorsField : CodeField
{
    public override string Coordinate => "Person.collaborators";

    public override string? CursorKeys => "ntt";

    public override ComputedField Computation { get; } = new Counting();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => new Asked(
        Credits.Mask(arguments["roles"]),
        Credits.Mask(arguments["theirRoles"]),
        Arguments.Number(arguments, "minWorks", whenAbsent: 1, least: 1));

    private sealed record Asked(ulong Types, ulong TheirTypes, int MinWorks);

    private sealed class Counting : ComputedField
    {
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var asked = (Asked)slot.Arguments!;
            return Arguments.Search(context, "roles", budget =>
            {
                var all = context.Algorithms.Collaborators.Find(parent, asked.Types, asked.TheirTypes, asked.MinWorks, context.Nodes.Ranks, budget);
                var start = slot.Page!.After is { } after ? RankedRows.CountUpTo(all.Length, place => Compare(context, all[place], after)) : 0;
                return RankedRows.Page(
                    slot,
                    all.Length,
                    start,
                    place => Row(context, asked, parent, all[place], budget),
                    (cursor, place) =>
                    {
                        cursor.Add(all[place].Shared);
                        cursor.Add(People.SortName(context.Nodes, all[place].Node));
                        cursor.Add(context.Nodes.Id(all[place].Node));
                    });
            });
        }

        /// <summary>The members of CollaboratorsEdge, in their order.</summary>
        private static object?[] Row(ComputeContext context, Asked asked, int person, Collaborator collaborator, SearchBudget budget)
        {
            var shared = SharedFarNodes.Between(context.Algorithms.Topology, person, collaborator.Node, asked.Types, asked.TheirTypes, budget);
            var works = shared.Nodes.OrderBy(context.Nodes.Rank).ToList();
            var years = works.Select(w => Year(context.Nodes, w)).OfType<long>().ToList();
            return
            [
                new NodeRef(collaborator.Node),
                (long)collaborator.Shared,
                works.Select(w => (object?)new NodeRef(w)).ToList(),
                Credits.Roles(shared.Types),
                Credits.Roles(shared.TheirTypes),
                years.Count == 0 ? null : years.Min(),
                years.Count == 0 ? null : years.Max(),
            ];
        }

        private static long? Year(NumberedNodes nodes, int work) => nodes.Int(work, nodes.Kind(work).Table.Property("year")!);

        private static int Compare(ComputeContext context, Collaborator collaborator, Cursor cursor)
        {
            var byCount = cursor.Keys[0].Number.CompareTo(collaborator.Shared);
            if (byCount != 0)
            {
                return byCount;
            }

            var byName = People.SortName(context.Nodes, collaborator.Node).SequenceCompareTo(cursor.Keys[1].Text);
            return byName != 0 ? byName : context.Nodes.Id(collaborator.Node).SequenceCompareTo(cursor.Keys[2].Text);
        }
    }
}
