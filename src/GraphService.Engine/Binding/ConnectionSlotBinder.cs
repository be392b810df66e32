using GraphService.Engine.Pipeline;
using GraphService.Engine.Schema;
using GraphService.Graph.Execution;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Engine.Binding;

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
