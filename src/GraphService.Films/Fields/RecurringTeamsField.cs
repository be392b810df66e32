using GraphService.Engine.Schema;
using GraphService.Graph.Algorithms.Groups;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>People who share works, and no one else all of these. A cursor holds the number of works and the members' ids.</summary>
internal sealed class RecurringTeamsField : CodeField
{
    public override string Coordinate => "Query.recurringTeams";

    public override string? CursorKeys => "nt*";

    // Nothing bounds the members and works of a team; few teams have more of them.
    public override int NodesOfRow(object arguments) => 20;

    public override ComputedField Computation { get; } = new Teams();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => new Asked(
        Arguments.Number(arguments, "minPeople", whenAbsent: 2, least: 2),
        Arguments.Number(arguments, "minWorks", whenAbsent: 2, least: 1),
        Arguments.Ids(arguments["including"]),
        Credits.Mask(arguments["roles"]));

    private sealed record Asked(int MinPeople, int MinWorks, IReadOnlyList<string> Including, ulong Types);

    private sealed class Teams : ComputedField
    {
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var asked = (Asked)slot.Arguments!;
            var query = new ClosedGroupQuery
            {
                MinMembers = asked.MinPeople,
                MinShared = asked.MinWorks,
                Including = [.. asked.Including.Select(id => Arguments.Find(context, "including", id, "person"))],
                Types = asked.Types,
            };
            var page = new TeamPage(slot.Page!.First!.Value, slot.Page.After is { } after ? TeamCursor.Read(context, after) : null);
            Arguments.Search(context, "including, roles, minPeople or minWorks", budget =>
            {
                foreach (var group in context.Algorithms.Groups.Find(query, budget))
                {
                    page.Add(group);
                }

                return page;
            });
            var teams = page.Rows();
            return new ComputedPage
            {
                Rows = [.. teams.Select(team => new object?[] { Row(context, team) })],
                Cursors = [.. teams.Select(team => TeamCursor.Write(context, slot, team))],
                HasNext = page.HasNext,
                HasPrevious = page.HasPrevious,
                TotalCount = page.Count,
            };
        }

        /// <summary>The members of Team, in their order.</summary>
        private static object?[] Row(ComputeContext context, ClosedGroup team) => [Ordered(context, team.Members), Ordered(context, team.Shared), (long)team.Shared.Length];

        private static List<object?> Ordered(ComputeContext context, int[] nodes) => [.. nodes.OrderBy(context.Nodes.Rank).Select(node => (object?)new NodeRef(node))];
    }
}
