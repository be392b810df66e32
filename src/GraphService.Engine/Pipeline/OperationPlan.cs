using GraphService.Engine.Binding;
using GraphService.Engine.Schema;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Engine.Pipeline;

/// <summary>Everything that a document and an operation name tell: kept, and bound to each request's variables.</summary>
internal sealed class OperationPlan
{
    private OperationPlan(CompiledOperation operation, IReadOnlyList<RootField> roots, IReadOnlyList<SlotBinder> slots)
    {
        Operation = operation;
        Roots = roots;
        Slots = slots;
    }

    public CompiledOperation Operation { get; }

    public IReadOnlyList<RootField> Roots { get; }

    public IReadOnlyList<SlotBinder> Slots { get; }

    /// <summary>True when a root field reads the graph.</summary>
    public bool ReadsGraph => Roots.Any(r => r.Plan is not null);

    public static OperationPlan Create(Domain domain, EngineLimits limits, CompiledOperation operation)
    {
        var binder = new PlanBinder(domain, limits);
        var roots = operation.Selections.For(operation.RootType)
            .Select(f => new RootField(f, f.Definition.Name.StartsWith("__", StringComparison.Ordinal) ? null : binder.BindRoot(f)))
            .ToList();
        return new OperationPlan(operation, roots, binder.Slots);
    }

    /// <summary>Fills the slots.</summary>
    public BoundSlot[] Bind(VariableValues variables)
    {
        if (Slots.Count == 0)
        {
            return [];
        }

        var bound = new BoundSlot[Slots.Count];
        for (var i = 0; i < bound.Length; i++)
        {
            bound[i] = Slots[i].Bind(variables);
        }

        return bound;
    }

    /// <summary>Evaluates the conditions.</summary>
    public bool[] Conditions(VariableValues variables)
    {
        if (Operation.Conditions.Count == 0)
        {
            return [];
        }

        var holds = new bool[Operation.Conditions.Count];
        for (var i = 0; i < holds.Length; i++)
        {
            holds[i] = Operation.Conditions[i].Holds(v => variables.TryGet(v, out var value) && value is true);
        }

        return holds;
    }

    /// <summary>Rows that the operation may answer with: page sizes multiplied along the nesting, and added.</summary>
    public long Cost(BoundSlot[] bound)
    {
        var total = 0L;
        Span<long> rows = bound.Length <= 64 ? stackalloc long[bound.Length] : new long[bound.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            // A parent's slot stands before its children's.
            var around = Slots[i].Parent is { } parent ? rows[IndexOf(parent)] : 1;
            rows[i] = Multiply(around, Slots[i].Rows(bound[i]));
            total = Math.Min(long.MaxValue / 2, total + rows[i]);
        }

        return total;
    }

    private static long Multiply(long a, long b) => b != 0 && a > long.MaxValue / 4 / b ? long.MaxValue / 4 : a * b;

    private int IndexOf(SlotBinder slot)
    {
        for (var i = 0; i < Slots.Count; i++)
        {
            if (Slots[i] == slot)
            {
                return i;
            }
        }

        return 0;
    }
}

/// <summary>A root field, and how the graph answers it; null for introspection.</summary>
internal sealed record RootField(CompiledField Field, RootOutput? Plan);
