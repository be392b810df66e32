using System.Text;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Text;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Engine.Binding;

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
