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

    public override string? CursorKeys => "tt";

    public override ComputedField Computation { get; } = new Listing();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => null;

    private sealed class Listing : ComputedField
    {
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var all = context.Algorithms.Facts.Disputes;
            var start = slot.Page!.After is { } after ? RankedRows.CountUpTo(all.Count, place => Compare(context, all[place], after)) : 0;
            return RankedRows.Page(
                slot,
                all.Count,
                start,
                place => [Members(all[place])],
                (cursor, place) =>
                {
                    cursor.Add(context.Nodes.Id(all[place].Subject));
                    cursor.Add(all[place].Property.AsSpan());
                });
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

        private static int Compare(ComputeContext context, Dispute dispute, Cursor cursor)
        {
            var byId = context.Nodes.Id(dispute.Subject).SequenceCompareTo(cursor.Keys[0].Text);
            return byId != 0 ? byId : dispute.Property.AsSpan().SequenceCompareTo(cursor.Keys[1].Text);
        }
    }
}
