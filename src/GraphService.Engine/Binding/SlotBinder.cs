using GraphService.Graph.Query;
using GraphService.GraphQL;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Engine.Binding;

/// <summary>Fills one slot of a plan from a request's variables. A refused argument becomes the fault of the slot's field.</summary>
internal abstract class SlotBinder(CompiledField field)
{
    private BoundSlot? _constant;

    public CompiledField Field { get; } = field;

    /// <summary>The place of the slot whose rows the field is answered for; -1 at the root.</summary>
    public required int Parent { get; init; }

    /// <summary>The place of the first slot of the same selection: there is one for each kind that a node can be.</summary>
    public required int First { get; init; }

    /// <summary>The conditions of the field and of all fields around it.</summary>
    public required int[] Conditions { get; init; }

    /// <summary>Rows that the field asks for below one parent.</summary>
    public virtual long Rows(BoundSlot slot) => slot.Page is { } page ? page.First ?? page.Last!.Value : 1;

    /// <summary>Whether the field is answered, given which conditions hold.</summary>
    public bool IsIncluded(bool[] conditions)
    {
        foreach (var condition in Conditions)
        {
            if (!conditions[condition])
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="variables">The request's variables.</param>
    /// <param name="budget">What filters of the operation may still come to.</param>
    public BoundSlot Bind(VariableValues variables, FilterBudget budget)
    {
        if (_constant is not null)
        {
            return _constant;
        }

        var slot = Checked(variables, budget);
        if (!ArgumentCoercion.UsesVariables(Field.Node.Arguments))
        {
            _constant = slot;
        }

        return slot;
    }

    protected abstract BoundSlot Bind(ArgumentValues arguments, FilterBudget budget);

    private BoundSlot Checked(VariableValues variables, FilterBudget budget)
    {
        try
        {
            return Bind(ArgumentCoercion.Coerce(Field.Definition, Field.Node.Arguments, variables), budget);
        }
        catch (QueryFaultException refused)
        {
            return new BoundSlot { Fault = refused.Fault };
        }
        catch (GraphQLException refused)
        {
            return new BoundSlot { Fault = new QueryFault(refused.Error.Code, refused.Error.Message) { Details = refused.Error.Extensions } };
        }
    }
}
