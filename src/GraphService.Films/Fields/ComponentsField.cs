using GraphService.Engine.Schema;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>The connected components of people and works joined by credits. A cursor holds the size and the smallest id.</summary>
internal sealed class ComponentsField : CodeField
{
    public override string Coordinate => "Query.components";

    public override string? CursorKeys => "nt";

    public override ComputedField Computation { get; } = new Parts();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => Graph.Algorithms.Components.SampleSize;

    public override int NodesOfRow(object arguments) => (int)arguments;

    private sealed class Parts : ComputedField
    {
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var components = context.Algorithms.Components(context.Cancel);
            var start = slot.Page!.After is { } after ? RankedRows.CountUpTo(components.Count, place => Compare(context, components[place], after)) : 0;
            return RankedRows.Page(
                slot,
                components.Count,
                start,
                place => [Row(components[place])],
                (cursor, place) =>
                {
                    cursor.Add(components[place].Size);
                    cursor.Add(context.Nodes.Id(components[place].First));
                });
        }

        /// <summary>The members of Component, in their order.</summary>
        private static object?[] Row(Component component) =>
            [(long)component.Size, (long)component.Near, (long)component.Far, component.Sample.Select(node => (object?)new NodeRef(node)).ToList()];

        private static int Compare(ComputeContext context, Component component, Cursor cursor)
        {
            var bySize = cursor.Keys[0].Number.CompareTo(component.Size);
            return bySize != 0 ? bySize : context.Nodes.Id(component.First).SequenceCompareTo(cursor.Keys[1].Text);
        }
    }
}
