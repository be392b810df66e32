using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Writes paged lists: the rows of a page as one column, and beside it what is asked besides: how many there are in all, and whether rows stand on the other
/// sides of the cursors. The order is the list's, turned round when the last rows are asked.
/// </summary>
internal sealed class ConnectionCompiler(Compilation context, OrderCompiler orders, PredicateCompiler predicates, KeysetCompiler keysets, Func<SelectionCompiler> selections)
{
    /// <summary>A connection below a row.</summary>
    public FieldLayout Below(ConnectionOutput output, RowScope scope)
    {
        if (context.BoundTo(output.Slot) is not { Fault: null, Page: not null } slot)
        {
            return FieldLayout.None;
        }

        if (output.Source is not AdjacencySource { Adjacency: var adjacency })
        {
            throw new InvalidOperationException("Only the steps from a node are paged below a row.");
        }

        // The kinds that a node can be share a list: the same field, with the same arguments.
        var key = (output.Field.Selection, scope.Variables.Node.Name, adjacency, output.NeedsCount, output.NeedsNext, output.NeedsPrevious);
        var list = scope.Columns.List(key, () =>
        {
            var near = scope.Variables.Node;
            var steps = new StepSource(context, near, adjacency, scope.Variables.Depth + 1);
            var first = orders.Keys(adjacency.Order, steps.Row, near);
            return new PagedList
            {
                Variables = steps.Row,
                Slot = slot,
                Keys = orders.Keys(slot.Order, steps.Row, near),
                Source = list => steps.Text(list.Guard, adjacency.IsDistinct, OrderCompiler.By(first)),
                HasOnlyMatch = () => !adjacency.IsDistinct && adjacency.AlsoBy is null && !steps.Row.HasOwnEnds,
            };
        });
        return new FieldLayout { Connection = Layout(list, output, scope.Columns, scope.Kinds) };
    }

    /// <summary>A connection at the root: nodes of a table, or nodes that code computed.</summary>
    public ConnectionLayout? AtRoot(ConnectionOutput output, RootPart part, RowColumns columns)
    {
        if (context.BoundTo(output.Slot) is not { Fault: null, Page: not null } slot)
        {
            return null;
        }

        return output.Source switch
        {
            TableSource table => Layout(Table(table, slot), output, columns, ulong.MaxValue),
            ComputedSource when context.Has(part) => Layout(Computed(output, part, slot), output, columns, ulong.MaxValue),
            _ => null,
        };
    }

    private PagedList Table(TableSource source, BoundSlot slot)
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
            HasOnlyMatch = () => true,
            Conditions = conditions,
            IsIndexed = keys[0].IsOrdered || (keys[0].Term.Kind == ValueKind.Property && !keys[0].CanBeMissing),
            Total = slot.Filter is null ? string.Join(" + ", context.Kinds.In(kinds).Select(k => ValueCompiler.Property("v", StoredNames.Total(k)))) : null,
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

    private PagedList Computed(ConnectionOutput output, RootPart part, BoundSlot slot)
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
            HasOnlyMatch = () => true,
            Conditions = [$"n0.id IN {ids}"],
            Total = $"size({ids})",
        };
    }

    private ConnectionLayout Layout(PagedList list, ConnectionOutput output, RowColumns around, ulong kinds)
    {
        list.Guard |= kinds;
        var page = list.Slot.Page!;
        var isLast = page.Last is not null;
        var scope = new RowScope(list.Columns, list.Variables);
        var keys = UsesCursors(output.Fields) ? Array.ConvertAll(list.Slot.Order, t => Key(t, scope)) : [];
        list.NeedsRows |= NeedsRows(output.Fields, isLast);
        if (!list.IsPlaced)
        {
            list.IsPlaced = true;
            list.RowsColumn = around.Add(() => list.NeedsRows ? Rows(list) : "[]");
            list.CountColumn = !output.NeedsCount ? -1 : list.Total is { } total ? around.Add(total) : around.Add(() => $"COUNT {{ {Subquery(list, [])} }}");
            list.PrecedingColumn = output.NeedsPrevious && page.After is { } after
                ? around.Add(() => $"EXISTS {{ {Subquery(list, [Beside(list, after, isBehind: false, orAt: true)])} }}")
                : -1;
            list.FollowingColumn = output.NeedsNext && page.Before is { } before
                ? around.Add(() => $"EXISTS {{ {Subquery(list, [Beside(list, before, isBehind: true, orAt: true)])} }}")
                : -1;
        }

        return new ConnectionLayout
        {
            RowsColumn = list.RowsColumn,
            CountColumn = list.CountColumn,
            PrecedingColumn = list.PrecedingColumn,
            FollowingColumn = list.FollowingColumn,
            Keys = keys,
            Fields = selections().Object(output.Fields, scope),
        };
    }

    private string Rows(PagedList list)
    {
        var page = list.Slot.Page!;
        var conditions = new List<string>();
        if (list.IsIndexed)
        {
            conditions.Add($"{list.Keys[0].Expression} IS NOT NULL");
        }

        if (page.After is { } after)
        {
            AddBound(list, after, isBehind: true, conditions);
        }

        if (page.Before is { } before)
        {
            AddBound(list, before, isBehind: false, conditions);
        }

        var isLast = page.Last is not null;
        var order = list.IsIndexed ? OrderCompiler.IndexedClause(list.Keys, isLast) : OrderCompiler.Clause(list.Keys, isLast);
        return $"COLLECT {{ {list.Source(list)}{PredicateCompiler.Where(Filtered(list, conditions))} RETURN {list.Columns}{order} LIMIT {context.Parameter(page)} }}";
    }

    private void AddBound(PagedList list, Cursor cursor, bool isBehind, List<string> conditions)
    {
        if (list.IsIndexed && keysets.Bound(list.Keys[0], list.Slot.Order, cursor, isBehind) is { } bound)
        {
            conditions.Add(bound);
        }

        conditions.Add(Beside(list, cursor, isBehind, orAt: false));
    }

    private string Beside(PagedList list, Cursor cursor, bool isBehind, bool orAt) => keysets.Beside(list.Keys, list.Slot.Order, cursor, isBehind, orAt);

    private string Subquery(PagedList list, IEnumerable<string> conditions) =>
        $"{list.Source(list)}{PredicateCompiler.Where(Filtered(list, conditions))}{(list.HasOnlyMatch() ? "" : $" RETURN {list.Variables.Node.Name}")}";

    private IEnumerable<string> Filtered(PagedList list, IEnumerable<string> conditions) =>
        list.Conditions.Concat(predicates.Conjuncts(list.Slot.Filter, list.Variables)).Concat(conditions);

    private static bool UsesCursors(Output[] fields) => Any(fields, o => o.Kind is OutputKind.Cursor or OutputKind.StartCursor or OutputKind.EndCursor);

    private bool NeedsRows(Output[] fields, bool isLast) => Any(fields, o => context.Holds(o)
        && (o.Kind is OutputKind.ConnectionNodes or OutputKind.ConnectionEdges or OutputKind.StartCursor or OutputKind.EndCursor
            || o.Kind == (isLast ? OutputKind.HasPreviousPage : OutputKind.HasNextPage)));

    private static bool Any(Output[] fields, Func<Output, bool> holds) => fields.Any(o => holds(o) || (o is ObjectOutput { Kind: OutputKind.PageInfo or OutputKind.ConnectionEdges } inner && Any(inner.Fields, holds)));

    private KeyLayout Key(OrderTerm term, RowScope scope)
    {
        var row = scope.Variables;
        var types = Compilation.Utf8(context.Model.RelationshipTypes);
        return term.Kind switch
        {
            ValueKind.Type => new KeyLayout { Column = scope.Columns.Add($"type({row.Relationship})"), IsNumber = true, Stored = types },
            ValueKind.TypeName => new KeyLayout { Column = scope.Columns.Add($"type({row.Relationship})"), IsNumber = false, Stored = types, Names = term.TypeNames is { } names ? Compilation.Utf8(names) : types },
            _ => new KeyLayout
            {
                Column = scope.Columns.Add(orders.Keys([term], row, null)[0].Expression),
                IsNumber = term is { Kind: ValueKind.Property, Property.Type: PropertyType.Int },
            },
        };
    }
}

/// <summary>A paged list while it is compiled.</summary>
internal sealed class PagedList
{
    public required RowVariables Variables { get; init; }

    public required BoundSlot Slot { get; init; }

    public required List<OrderKey> Keys { get; init; }

    /// <summary>Where its rows come from; conditions can follow.</summary>
    public required Func<PagedList, string> Source { get; init; }

    /// <summary>The source is a pattern alone: behind it a subquery need not return anything.</summary>
    public required Func<bool> HasOnlyMatch { get; init; }

    /// <summary>What holds for all its rows, besides the filter.</summary>
    public List<string> Conditions { get; init; } = [];

    /// <summary>An index may give the order of its first key.</summary>
    public bool IsIndexed { get; init; }

    /// <summary>How many rows there are, where that is known without counting.</summary>
    public string? Total { get; init; }

    public RowColumns Columns { get; } = new();

    /// <summary>The kinds of nodes that have the list.</summary>
    public ulong Guard { get; set; }

    public bool NeedsRows { get; set; }

    public bool IsPlaced { get; set; }

    public int RowsColumn { get; set; }

    public int CountColumn { get; set; }

    public int PrecedingColumn { get; set; }

    public int FollowingColumn { get; set; }
}
