using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>The lists that connections at the root page over.</summary>
internal sealed class RootLists(Compilation context, OrderCompiler orders)
{
    /// <summary>The nodes of a table, or of some kinds of it. Where an index is on the first key of the order, it gives the order.</summary>
    public PagedList Table(TableSource source, BoundSlot slot)
    {
        var table = source.Table;
        var all = context.Kinds.Of(table);
        var kinds = all & source.Kinds;
        var label = context.Kinds.Label(kinds, context.Kinds.All);
        var ordered = table.DefaultOrder is [{ Type: PropertyType.Int } number, ..] ? number : null;
        var row = new RowVariables(0, new NodeVariable("n0", kinds)) { Ordered = ordered };
        var keys = orders.Keys(slot.Order, row, null);
        if (keys[0].Term is { Kind: ValueKind.Property, Property: { } first } && first == ordered)
        {
            keys[0] = keys[0] with { Expression = ValueCompiler.Property("n0", StoredNames.Ordered(first)), IsOrdered = true };
        }

        var pattern = $"MATCH (n0:{Identifier.Of(label ?? table.Label)}:{Compilation.Slot})";
        List<string> conditions = label is null ? [$"n0:{context.Kinds.Expression(kinds, all)}"] : [];
        conditions.AddRange(RootNames(slot.Filter));
        return new PagedList
        {
            Variables = row,
            Slot = slot,
            Keys = keys,
            Source = _ => pattern,
            IsOnlyMatch = () => true,
            Conditions = conditions,
            IsIndexed = keys[0].IsOrdered || (keys[0].Term.Kind == ValueKind.Property && !keys[0].CanBeMissing),
            Total = slot.Filter is null ? string.Join(" + ", context.Kinds.In(kinds).Select(k => $"v.{StoredNames.Total(k, Compilation.Slot)}")) : null,
        };
    }

    /// <summary>What of a filter on names an index can look for: the folded name.</summary>
    private IEnumerable<string> RootNames(Predicate? filter) => filter switch
    {
        AndPredicate and => and.Parts.SelectMany(RootNames),
        TextPredicate name when context.Has(name, ParameterGatherer.FoldedNumber) =>
            [$"{ValueCompiler.Property("n0", StoredNames.Names)} CONTAINS {context.Parameter(name, ParameterGatherer.FoldedNumber)}"],
        _ => [],
    };

    /// <summary>Nodes that code computed, by their ids.</summary>
    public PagedList Computed(ConnectionOutput output, RootPart part, BoundSlot slot)
    {
        var selected = output.Fields.OfType<ConnectionNodesOutput>().Where(o => o.Node is not null).Aggregate(0UL, (bits, o) => bits | context.Kinds.Of(o.Node!));
        var row = new RowVariables(0, new NodeVariable("n0", context.TableOf(slot.Order[0].Property!) is { } table ? context.Kinds.Of(table) : selected));
        var ids = context.Parameter(part);
        return new PagedList
        {
            Variables = row,
            Slot = slot,
            Keys = orders.Keys(slot.Order, row, null),
            Source = _ => $"MATCH (n0:{Compilation.Slot})",
            IsOnlyMatch = () => true,
            Conditions = [$"n0.id IN {ids}"],
            Total = $"size({ids})",
        };
    }
}
