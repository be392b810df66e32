using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Writes paged lists: the rows of a page as one column, and beside it what is asked besides: how many there are in all, what else is counted over them, and whether rows stand on the other
/// sides of the cursors. The order is the list's, turned round when the last rows are asked.
/// </summary>
internal sealed class ConnectionCompiler(Compilation context, OrderCompiler orders, PredicateCompiler predicates, KeysetCompiler keysets, RootLists roots, AggregateCompiler aggregates, Func<SelectionCompiler> selections)
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
        var key = (output.Field.Selection, scope.Variables.Node.Name, adjacency, NeedsCount(output), output.NeedsNext, output.NeedsPrevious);
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
                IsOnlyMatch = () => steps.IsOnlyMatch(adjacency.IsDistinct),
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
            TableSource table => Layout(roots.Table(table, slot), output, columns, ulong.MaxValue),
            SearchSource => Layout(roots.Search(slot), output, columns, ulong.MaxValue),
            ComputedSource => Layout(roots.Computed(output, part, slot), output, columns, ulong.MaxValue),
            _ => null,
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
            list.CountColumn = !NeedsCount(output) ? -1 : list.Total is { } total ? around.Add(total) : around.Add(() => $"COUNT {{ {Subquery(list, [])} }}");
            list.PrecedingColumn = output.NeedsPrevious && page.After is { } after ? around.Add(() => Exists(list, after, isBehind: false)) : -1;
            list.FollowingColumn = output.NeedsNext && page.Before is { } before ? around.Add(() => Exists(list, before, isBehind: true)) : -1;
        }

        return new ConnectionLayout
        {
            RowsColumn = list.RowsColumn,
            CountColumn = list.CountColumn,
            PrecedingColumn = list.PrecedingColumn,
            FollowingColumn = list.FollowingColumn,
            Keys = keys,
            Fields = Fields(output, list, scope, around),
        };
    }

    private ObjectLayout Fields(ConnectionOutput output, PagedList list, RowScope scope, RowColumns around)
    {
        var layout = selections().Object(output.Fields, scope);
        for (var i = 0; i < output.Fields.Length; i++)
        {
            if (layout.Fields[i] is not null && output.Fields[i] is ObjectOutput { Kind: OutputKind.Aggregates } counted)
            {
                layout.Fields[i] = new FieldLayout { Object = aggregates.Layout(counted, list, () => Filtered(list, []), around) };
            }
        }

        return layout;
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
            conditions.AddRange(Beside(list, after, isBehind: true, orAt: false));
        }

        if (page.Before is { } before)
        {
            conditions.AddRange(Beside(list, before, isBehind: false, orAt: false));
        }

        var isLast = page.Last is not null;
        var order = list.IsIndexed ? OrderCompiler.IndexedClause(list.Keys, isLast) : OrderCompiler.Clause(list.Keys, isLast);
        var row = list.Columns.ToString();
        return $"COLLECT {{ {Filtered(list, conditions)} RETURN {row}{order} LIMIT {context.Parameter(page)} }}";
    }

    /// <summary>Whether a row that passes the filter stands at a cursor or on a side of it.</summary>
    private string Exists(PagedList list, Cursor cursor, bool isBehind) => $"EXISTS {{ {Subquery(list, Beside(list, cursor, isBehind, orAt: true))} }}";

    private IEnumerable<string> Beside(PagedList list, Cursor cursor, bool isBehind, bool orAt)
    {
        var (keys, order) = (list.Keys, list.Slot.Order);
        if (list.IsIndexed && keysets.Bound(keys[0], order, cursor, isBehind) is { } bound)
        {
            yield return bound;
        }

        yield return keysets.Beside(keys, order, cursor, isBehind, orAt);
    }

    private string Subquery(PagedList list, IEnumerable<string> conditions)
    {
        var filtered = Filtered(list, conditions);
        return list.IsOnlyMatch() ? filtered : $"{filtered} RETURN {list.Variables.Node.Name}";
    }

    /// <summary>The rows that pass the filter and further conditions. The source is written last: it hands on what conditions read.</summary>
    private string Filtered(PagedList list, IEnumerable<string> conditions)
    {
        var where = PredicateCompiler.Where(list.Conditions.Concat(predicates.Conjuncts(list.Slot.Filter, list.Variables)).Concat(conditions));
        return list.Source(list) + where;
    }

    private static bool UsesCursors(Output[] fields) => Any(fields, o => o.Kind is OutputKind.Cursor or OutputKind.StartCursor or OutputKind.EndCursor);

    /// <summary>A count that the request leaves out is not made.</summary>
    private bool NeedsCount(ConnectionOutput output) => output.NeedsCount && output.Fields.Any(o => context.Holds(o)
        && (o.Kind == OutputKind.TotalCount || (o is ObjectOutput { Kind: OutputKind.Aggregates } counted && Array.Exists(counted.Fields, f => f.Kind == OutputKind.TotalCount && context.Holds(f)))));

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
            _ when RootLists.IsMade(term) => new KeyLayout { Column = scope.Columns.Add(RootLists.Made(term)), IsNumber = true },
            _ => new KeyLayout
            {
                Column = scope.Columns.Add(orders.Keys([term], row, null)[0].Expression),
                IsNumber = term.Kind == ValueKind.Nth || term is { Kind: ValueKind.Property, Property.Type: PropertyType.Int },
            },
        };
    }
}
