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
            IsRoot = true,
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

    /// <summary>
    /// The nodes with a name that matches a search, scored name by name. The longest word is looked for first, by the index on all names; the degree is counted
    /// for what matches alone.
    /// </summary>
    public PagedList Search(BoundSlot slot)
    {
        var terms = slot.Search!;
        var kinds = terms.Kinds & context.Kinds.All;
        var (names, words, whole) = (ValueCompiler.Property("n0", StoredNames.Names), context.Parameter(terms, ParameterGatherer.WordsNumber), context.Parameter(terms, ParameterGatherer.FoldedNumber));
        var types = string.Join('|', context.Model.RelationshipTypes.Where(t => !t.IsHidden).Select(t => Identifier.Of(t.Name)));
        var ofKinds = kinds == context.Kinds.All ? "" : $" AND n0:{context.Kinds.Expression(kinds, context.Kinds.All)}";
        var found = $"MATCH (n0:{Compilation.Slot}) WHERE {names} CONTAINS {context.Parameter(terms)}{ofKinds}";
        var each = $"f IN split({names}, '|')[1..-1]";
        var matches = $"all(w IN {words} WHERE f CONTAINS w)";
        var (score, degree) = (Made(SearchSource.Order[0]), Made(SearchSource.Order[1]));
        return new PagedList
        {
            Variables = new RowVariables(0, new NodeVariable("n0", kinds)),
            Slot = slot,
            Keys = [.. slot.Order.Select(t => new OrderKey(IsMade(t) ? Made(t) : "n0.id", t, CanBeMissing: false, IsConstant: false))],
            Source = _ => $"{found} WITH n0, reduce(b = 0, {each} | CASE WHEN NOT {matches} THEN b WHEN f = {whole} THEN {SearchTerms.Whole} "
                + $"WHEN b < {SearchTerms.Beginning} AND f STARTS WITH {whole} THEN {SearchTerms.Beginning} WHEN b < {SearchTerms.ByWords} THEN {SearchTerms.ByWords} ELSE b END) AS {score} "
                + $"WHERE {score} > 0 WITH n0, {score}, COUNT {{ (n0)-[:{types}]-() }} AS {degree}",
            IsOnlyMatch = () => false,
            Total = $"COUNT {{ {found} AND any({each} WHERE {matches}) }}",
        };
    }

    /// <summary>True for the keys of a search that are no stored properties.</summary>
    public static bool IsMade(OrderTerm term) => term.Property is { } property && SearchSource.Order.Any(t => t.Property == property);

    /// <summary>The variable of such a key.</summary>
    public static string Made(OrderTerm term) => term.Property == SearchSource.Order[0].Property ? "s0" : "d0";

    /// <summary>The score that a search gave a row.</summary>
    public static string Score => Made(SearchSource.Order[0]);

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
            IsRoot = true,
            Conditions = [$"n0.id IN {ids}"],
            Total = $"size({ids})",
        };
    }
}
