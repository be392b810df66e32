using System.Text;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Schema;
using GraphService.Graph.Execution;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Text;
using GraphService.GraphQL;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem;

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

/// <summary>Filter, order and page of a connection over stored rows.</summary>
internal sealed class ConnectionSlotBinder(CompiledField field, ConnectionBinding binding, GraphModel model, EngineLimits limits) : SlotBinder(field)
{
    // A field of an interface is one field, whatever object it is selected on: Work.cast, of films and series alike. Of interfaces that implement one another the outermost counts.
    private readonly string _coordinate = $"{Owner(field.ParentType, field.Definition.Name).Name}.{field.Definition.Name}";

    protected override BoundSlot Bind(ArgumentValues arguments, FilterBudget budget)
    {
        var filter = binding.Filter is not null ? new FilterBinder(budget).Bind(binding.Filter, arguments["where"])
            : binding.TypesArgument is { } types ? OfTypes(arguments[types])
            : null;
        var order = binding.Sort is null ? null : OrderBinder.Bind(binding.Sort, arguments["order"], binding.Ties);
        var seal = CursorSeal.Of(_coordinate, arguments);
        var terms = order ?? binding.Order;
        return new BoundSlot
        {
            Filter = filter,
            Order = terms,
            IsDefaultOrder = order is null,
            Page = PageBinder.Bind(arguments, limits, seal, c => CursorOrder.Fits(terms, c)),
            CursorSeal = seal,
        };
    }

    private static FieldsType Owner(FieldsType type, string field) =>
        type.Interfaces.FirstOrDefault(i => i.Field(field) is not null && i.Interfaces.All(outer => outer.Field(field) is null)) ?? type;

    /// <summary>Only relationships of some types; an empty list is as absent.</summary>
    private SetPredicate? OfTypes(object? chosen)
    {
        var types = 0UL;
        foreach (var kind in chosen as object?[] ?? [])
        {
            types |= 1UL << model.RelationshipTypes.First(t => t.Name == ((EnumValue)kind!).Name).Index;
        }

        return types == 0 ? null : new SetPredicate(new ValueRef(Subject.Relationship, ValueKind.Type), types);
    }
}

/// <summary>What is counted over a list has no arguments: its slot only counts in the cost.</summary>
internal sealed class AggregatesSlotBinder(CompiledField field, EngineLimits limits) : SlotBinder(field)
{
    public override long Rows(BoundSlot slot) => limits.MaxPageSize;

    protected override BoundSlot Bind(ArgumentValues arguments, FilterBudget budget) => BoundSlot.Empty;
}

/// <summary>Arguments of a field that code computes, and its page where it has one.</summary>
internal sealed class ComputedSlotBinder(CompiledField field, CodeField code, OrderTerm[]? nodeOrder, GraphModel model, EngineLimits limits) : SlotBinder(field)
{
    public override long Rows(BoundSlot slot) => base.Rows(slot) * (slot.Arguments is { } arguments ? code.NodesOfRow(arguments) : 1);

    protected override BoundSlot Bind(ArgumentValues arguments, FilterBudget budget)
    {
        var bound = code.Bind(arguments, model);
        if (nodeOrder is null && code.CursorKeys is null)
        {
            return new BoundSlot { Arguments = bound };
        }

        var seal = CursorSeal.Of(code.Coordinate, arguments);
        return new BoundSlot
        {
            Arguments = bound,
            Order = nodeOrder ?? [],
            CursorSeal = seal,
            Page = PageBinder.Bind(arguments, limits, seal, c => nodeOrder is null ? code.CursorKeys < 0 || c.Keys.Length == code.CursorKeys : CursorOrder.Fits(nodeOrder, c)),
        };
    }
}

/// <summary>Ids or a name at the root.</summary>
internal sealed class LookupSlotBinder(CompiledField field, LookupBinding binding, EngineLimits limits) : SlotBinder(field)
{
    public override long Rows(BoundSlot slot) => Math.Max(1, slot.Ids.Length);

    protected override BoundSlot Bind(ArgumentValues arguments, FilterBudget budget) => binding.Access switch
    {
        RootAccess.Ids => ByIds((object?[])arguments["ids"]!),
        RootAccess.Id => ById((string)arguments["id"]!),
        _ => ByIdOrName(arguments),
    };

    private static BoundSlot ById(string id) => new() { Ids = [Encoding.UTF8.GetBytes(id)] };

    private BoundSlot ByIds(object?[] ids) => ids.Length <= limits.MaxNodes
        ? new BoundSlot { Ids = [.. ids.Select(i => Encoding.UTF8.GetBytes((string)i!))] }
        : throw new QueryFaultException(QueryFault.Limit("NODES", limits.MaxNodes, $"{ids.Length} ids were given, but nodes takes at most {limits.MaxNodes}: ask in several requests."));

    private BoundSlot ByIdOrName(ArgumentValues arguments)
    {
        var name = binding.NameArgument!;
        var (id, text) = (arguments["id"] as string, arguments[name] as string);
        if ((id is null) == (text is null))
        {
            throw new QueryFaultException(QueryFault.BadInput(id is null ? "id" : name, $"Give exactly one of id and {name}."));
        }

        foreach (var (argument, _) in binding.Narrowing)
        {
            if (id is not null && arguments[argument] is not null)
            {
                throw new QueryFaultException(QueryFault.BadInput(argument, $"{argument} narrows a {name}: leave it out when asking by id."));
            }
        }

        if (id is not null)
        {
            return ById(id);
        }

        var folded = Folding.Fold(text!);
        if (folded.Length == 0)
        {
            throw new QueryFaultException(QueryFault.BadInput(name, $"{name} has no letter or digit to look for."));
        }

        var narrowing = binding.Narrowing.Where(n => arguments[n.Key] is long).Select(n => Narrow(n.Value, (int)(long)arguments[n.Key]!)).ToList();
        return new BoundSlot { Name = text, FoldedName = Encoding.UTF8.GetBytes(folded), Filter = FilterBinder.All(narrowing) };
    }

    private static Predicate Narrow(ValueRef value, int number) => value.Property!.Type == PropertyType.IntList
        ? new ItemsPredicate(value, Quantifier.Some, new IntPredicate(value, IntOperator.Eq, number))
        : new IntPredicate(value, IntOperator.Eq, number);
}
