using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>All shortest chains between two people. A cursor holds the ids along a chain.</summary>
internal sealed class CollaborationPathsField : CodeField
{
    public override string Coordinate => "Query.collaborationPaths";

    public override int? CursorKeys => -1;

    public override ComputedField Computation { get; } = new Search();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => PathArguments.Bind(arguments);

    private sealed class Search : ComputedField
    {
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var arguments = (PathArguments)slot.Arguments!;
            var query = arguments.Query(context);
            return Arguments.Search(context, budget =>
            {
                using var chains = context.Algorithms.Chains.Find(query, budget);
                var after = slot.Page!.After is { } cursor ? Sequence(context, cursor) : null;
                var first = slot.Page.First!.Value;
                IReadOnlyList<int[]> found = chains.IsFound ? chains.Take(first + 1, after) : [];
                var rows = found.Take(first).ToList();
                return new ComputedPage
                {
                    Rows = [.. rows.Select(chain => new object?[] { arguments.Path(context, chain) })],
                    Cursors = [.. rows.Select(chain => CursorOf(context, slot, chain))],
                    HasNext = found.Count > first,
                    HasPrevious = after is not null && chains.IsFound && chains.AnyUpTo(after),
                    TotalCount = needsCount && chains.IsFound ? chains.Count() : 0,
                };
            });
        }

        private static string CursorOf(ComputeContext context, BoundSlot slot, int[] chain)
        {
            var cursor = new Cursor.Builder();
            cursor.Begin(slot.CursorSeal);
            foreach (var number in chain)
            {
                cursor.Add(context.Nodes.Id(number));
            }

            return cursor.ToString();
        }

        /// <summary>The numbers of a cursor's ids; of an id that is gone, the complement of the number that follows its place.</summary>
        private static int[] Sequence(ComputeContext context, Cursor cursor)
        {
            var numbers = new int[cursor.Keys.Length];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = context.Nodes.PlaceOf(cursor.Keys[i].Text);
            }

            return numbers;
        }
    }
}
