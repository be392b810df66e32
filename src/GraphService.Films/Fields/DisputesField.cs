using System.Text;
using GraphService.Engine.Schema;
using GraphService.Graph.Algorithms.Facts;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>The properties for which different values are claimed. A cursor holds the subject's id and the property.</summary>
internal sealed class DisputesField : CodeField
{
    public override string Coordinate => "Query.disputes";

    public override int? CursorKeys => 2;

    public override ComputedField Computation { get; } = new Listing();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => null;

    private sealed class Listing : ComputedField
    {
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var all = context.Algorithms.Facts.Disputes;
            var start = slot.Page!.After is { } after ? UpTo(context, all, after) : 0;
            var page = all.Skip(start).Take(slot.Page.First!.Value).ToList();
            return new ComputedPage
            {
                Rows = [.. page.Select(d => new object?[] { Members(d) })],
                Cursors = [.. page.Select(d => CursorOf(context, slot, d))],
                HasNext = start + page.Count < all.Count,
                HasPrevious = start > 0,
                TotalCount = all.Count,
            };
        }

        /// <summary>The members of Dispute, of Claim and of Evidence, in their order.</summary>
        private static object?[] Members(Dispute dispute) =>
        [
            new NodeRef(dispute.Subject),
            Encoding.UTF8.GetString(dispute.Property),
            dispute.Values.Select(v => (object?)new object?[]
            {
                Encoding.UTF8.GetString(v.Value),
                v.Evidence.Select(e => (object?)new object?[] { new NodeRef(e.Source), e.Locator }).ToList(),
            }).ToList(),
        ];

        private static string CursorOf(ComputeContext context, BoundSlot slot, Dispute dispute)
        {
            var cursor = new Cursor.Builder();
            cursor.Begin(slot.CursorSeal);
            cursor.Add(context.Nodes.Id(dispute.Subject));
            cursor.Add(dispute.Property.AsSpan());
            return cursor.ToString();
        }

        /// <summary>How many disputes stand at a cursor or before it.</summary>
        private static int UpTo(ComputeContext context, IReadOnlyList<Dispute> all, Cursor cursor)
        {
            int low = 0, high = all.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                var byId = context.Nodes.Id(all[middle].Subject).SequenceCompareTo(cursor.Keys[0].Text);
                var order = byId != 0 ? byId : all[middle].Property.AsSpan().SequenceCompareTo(cursor.Keys[1].Text);
                (low, high) = order <= 0 ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}
