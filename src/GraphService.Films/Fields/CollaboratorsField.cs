using GraphService.Engine.Schema;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Store;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>Everyone who shares a work with a person. A cursor holds the number of shared works, the sort name and the id.</summary>
internal sealed class CollaboratorsField : CodeField
{
    public override string Coordinate => "Person.collaborators";

    public override int? CursorKeys => 3;

    public override ComputedField Computation { get; } = new Counting();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => new Asked(
        Credits.Mask(arguments["roles"]),
        Credits.Mask(arguments["theirRoles"]),
        Arguments.Number(arguments, "minWorks", whenAbsent: 1, least: 1));

    private sealed record Asked(ulong Types, ulong TheirTypes, int MinWorks);

    private sealed class Counting : ComputedField
    {
        public override object? Compute(ComputeContext context, int node, BoundSlot slot, bool needsCount)
        {
            var asked = (Asked)slot.Arguments!;
            var person = context.Algorithms.Number(node);
            return Arguments.Search(context, budget =>
            {
                var all = context.Algorithms.Collaborators.Find(person, asked.Types, asked.TheirTypes, asked.MinWorks, context.Algorithms.Ranks, budget);
                var start = slot.Page!.After is { } after ? UpTo(context, all, after) : 0;
                var page = all.AsSpan(start, Math.Min(slot.Page.First!.Value, all.Length - start)).ToArray();
                return new ComputedPage
                {
                    Rows = [.. page.Select(c => Row(context, asked, person, c, budget))],
                    Cursors = [.. page.Select(c => CursorOf(context, slot, c))],
                    HasNext = start + page.Length < all.Length,
                    HasPrevious = start > 0,
                    TotalCount = all.Length,
                };
            });
        }

        /// <summary>The members of CollaboratorsEdge, in their order.</summary>
        private static object?[] Row(ComputeContext context, Asked asked, int person, Collaborator collaborator, SearchBudget budget)
        {
            var shared = SharedFarNodes.Between(context.Algorithms.Topology, person, collaborator.Node, asked.Types, asked.TheirTypes, budget);
            var works = shared.Nodes.Select(context.Algorithms.Node).OrderBy(w => context.Graph.Ranks[w]).ToList();
            var years = works.Select(w => Year(context.Graph, w)).OfType<long>().ToList();
            return
            [
                new NodeRef(context.Algorithms.Node(collaborator.Node)),
                (long)collaborator.Shared,
                works.Select(w => (object?)new NodeRef(w)).ToList(),
                Credits.Roles(shared.Types),
                Credits.Roles(shared.TheirTypes),
                years.Count == 0 ? null : years.Min(),
                years.Count == 0 ? null : years.Max(),
            ];
        }

        private static long? Year(GraphSnapshot graph, int work)
        {
            var table = graph.Model.Tables[graph.TableOf[work]];
            var year = ((IntColumn)graph.NodeColumns[table.Index][table.Property("year")!.Index]).Values[graph.LocalNode(work)];
            return year == IntColumn.Missing ? null : year;
        }

        private static string CursorOf(ComputeContext context, BoundSlot slot, Collaborator collaborator)
        {
            var node = context.Algorithms.Node(collaborator.Node);
            var cursor = new Cursor.Builder();
            cursor.Begin(slot.CursorSeal);
            cursor.Add(collaborator.Shared);
            cursor.Add(SortName(context.Graph, node));
            cursor.Add(context.Graph.Text(context.Graph.Ids[node]));
            return cursor.ToString();
        }

        /// <summary>How many collaborators stand at a cursor or before it.</summary>
        private static int UpTo(ComputeContext context, Collaborator[] all, Cursor cursor)
        {
            int low = 0, high = all.Length;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Compare(context, all[middle], cursor) <= 0)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        private static int Compare(ComputeContext context, Collaborator collaborator, Cursor cursor)
        {
            var byCount = cursor.Keys[0].Number.CompareTo(collaborator.Shared);
            if (byCount != 0)
            {
                return byCount;
            }

            var node = context.Algorithms.Node(collaborator.Node);
            var byName = SortName(context.Graph, node).SequenceCompareTo(cursor.Keys[1].Text);
            return byName != 0 ? byName : context.Graph.Text(context.Graph.Ids[node]).SequenceCompareTo(cursor.Keys[2].Text);
        }

        private static ReadOnlySpan<byte> SortName(GraphSnapshot graph, int person)
        {
            var table = graph.Model.Tables[graph.TableOf[person]];
            return graph.Text(((TextColumn)graph.NodeColumns[table.Index][table.DefaultOrder[0].Index]).Values[graph.LocalNode(person)]);
        }
    }
}
