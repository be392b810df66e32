using GraphService.Engine.Binding;
using GraphService.Engine.Schema;
using GraphService.Graph;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Pipeline;

/// <summary>Everything that a document and an operation name tell: kept, and bound to each request's variables.</summary>
internal sealed class OperationPlan
{
    private OperationPlan(CompiledOperation operation, IReadOnlyList<RootField> roots, IReadOnlyList<SlotBinder> slots)
    {
        Operation = operation;
        Roots = roots;
        Slots = slots;
        Graph = new GraphOperation([.. roots.Select(r => r.Plan).OfType<RootOutput>()]);
    }

    public CompiledOperation Operation { get; }

    public IReadOnlyList<RootField> Roots { get; }

    public IReadOnlyList<SlotBinder> Slots { get; }

    /// <summary>The root fields that read the graph.</summary>
    public GraphOperation Graph { get; }

    /// <summary>True when a root field reads the graph.</summary>
    public bool ReadsGraph => Graph.Roots.Count > 0;

    public static OperationPlan Create(Domain domain, EngineLimits limits, CompiledOperation operation)
    {
        var binder = new PlanBinder(domain, limits);
        var roots = operation.Selections.For(operation.RootType)
            .Select(f => new RootField(f, f.Definition.Name.StartsWith("__", StringComparison.Ordinal) ? null : binder.BindRoot(f)))
            .ToList();
        return new OperationPlan(operation, roots, binder.Slots);
    }

    /// <summary>Fills the slots of the fields that are included.</summary>
    public BoundSlot[] Bind(VariableValues variables, bool[] conditions, EngineLimits limits)
    {
        if (Slots.Count == 0)
        {
            return [];
        }

        var bound = new BoundSlot[Slots.Count];
        var budget = new FilterBudget(limits.MaxFilterSize);
        for (var i = 0; i < bound.Length; i++)
        {
            bound[i] = Slots[i].IsIncluded(conditions) ? Slots[i].Bind(variables, budget) : BoundSlot.Empty;
        }

        return bound;
    }

    /// <summary>Evaluates the conditions.</summary>
    /// <exception cref="GraphQLException">A variable of a condition is null, as one of a nullable type with a default may be.</exception>
    public bool[] Conditions(VariableValues variables)
    {
        foreach (var variable in Operation.ConditionVariables)
        {
            if (!variables.TryGet(variable.Name.Value, out var value) || value is null)
            {
                throw NullCondition(variable);
            }
        }

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

    private static GraphQLException NullCondition(VariableNode variable) =>
        new(new GraphQLError($"Variable \"${variable.Name.Value}\" decides in @skip or @include whether fields are answered: it must be true or false, not null.", ErrorCodes.BadUserInput)
        {
            Locations = [variable.Location!.Value],
            Extensions = [new("argument", variable.Name.Value)],
        });

    /// <summary>Rows that the operation may answer with: page sizes of the fields that are included, multiplied along the nesting, and added.</summary>
    public long Cost(BoundSlot[] bound, bool[] conditions)
    {
        var total = 0L;
        Span<long> rows = bound.Length <= 64 ? stackalloc long[bound.Length] : new long[bound.Length];
        Span<long> counted = bound.Length <= 64 ? stackalloc long[bound.Length] : new long[bound.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            // A parent's slot stands before its children's. A node is of one kind: of a selection's slots for several kinds the largest counts.
            var around = Slots[i].Parent is >= 0 and var parent ? rows[parent] : 1;
            rows[i] = Slots[i].IsIncluded(conditions) ? Multiply(around, Slots[i].Rows(bound[i])) : 0;
            ref var most = ref counted[Slots[i].First];
            total = Math.Min(long.MaxValue / 2, total + Math.Max(0, rows[i] - most));
            most = Math.Max(most, rows[i]);
        }

        return total;
    }

    /// <summary>The plan as text; fields of the schema itself are not part of it.</summary>
    public string Describe(GraphModel model) => string.Concat(Graph.Roots.Select(r => PlanPrinter.Print(model, r)));

    private static long Multiply(long a, long b) => b != 0 && a > long.MaxValue / 4 / b ? long.MaxValue / 4 : a * b;
}

/// <summary>A root field, and how the graph answers it; null for introspection.</summary>
internal sealed record RootField(CompiledField Field, RootOutput? Plan);
