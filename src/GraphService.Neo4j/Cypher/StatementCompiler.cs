using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>Writes the statement of a stage, and the layout of its row.</summary>
internal sealed class StatementCompiler
{
    private static readonly string[] Version = ["v.slot AS s", "v.n AS n", "v.kept AS k", $"v.{StoredNames.Fingerprint} AS f"];

    private readonly Compilation _context;
    private readonly ValueCompiler _values;
    private readonly PredicateCompiler _predicates;
    private readonly SelectionCompiler _selections;
    private readonly ConnectionCompiler _connections;
    private readonly RowColumns _columns = new();

    private StatementCompiler(Compilation context)
    {
        _context = context;
        var values = _values = new ValueCompiler(context);
        var orders = new OrderCompiler(context, values);
        _predicates = new PredicateCompiler(context, values);
        _connections = new ConnectionCompiler(context, orders, _predicates, new KeysetCompiler(context), new RootLists(context, orders), new AggregateCompiler(context, values, orders, () => _selections!), () => _selections!);
        _selections = new SelectionCompiler(context, values) { Connection = _connections.Below, Lists = new ListCompiler(context, values, orders, () => _selections!) };
    }

    /// <summary>Compiles the statement of a shape.</summary>
    public static CompiledStatement Compile(GraphModel model, StatementStage stage, BoundSlot[] slots, bool[] conditions, StatementParameters parameters)
    {
        var compiler = new StatementCompiler(new Compilation(model, slots, conditions, parameters));
        foreach (var column in Version)
        {
            compiler._columns.Add(column);
        }

        var parts = stage.Parts.Select(compiler.Part).ToArray();
        var columns = compiler._columns.Texts.Select((c, i) => i < Version.Length ? c : $"{c} AS c{Compilation.Number(i - Version.Length)}");
        var text = $"MATCH (v:{StoredNames.Version} {{id: 'main'}}) RETURN {string.Join(", ", columns)}";
        return new CompiledStatement(text, parts);
    }

    private PartLayout Part(StatementPart part) => part switch
    {
        RootPart root => _context.Holds(root.Root.Output) ? Root(root) : new PartLayout(),
        ComputedNodesPart nodes => ComputedNodes(nodes),
        ComputedRecordsPart records => ComputedRecords(records),
        _ => throw new InvalidOperationException("A part of a kind that nothing compiles."),
    };

    private PartLayout Root(RootPart part)
    {
        var root = part.Root;
        if (root.Access == RootAccess.None)
        {
            return root.Output is ConnectionOutput connection && _connections.AtRoot(connection, part, _columns) is { } layout
                ? new PartLayout { Connection = layout }
                : new PartLayout();
        }

        var slot = _context.BoundTo(root.Slot);
        if (slot.Fault is not null || ReferenceEquals(slot, BoundSlot.Empty))
        {
            return new PartLayout();
        }

        return root.Access == RootAccess.Ids ? ByIds(root, slot) : slot.Ids.Length > 0 ? ById(root, slot) : ByName(root, slot);
    }

    private PartLayout ById(RootOutput root, BoundSlot slot) =>
        Nodes(((NodeOutput)root.Output).Selection, root.Kinds, (pattern, row) => $"COLLECT {{ {pattern($"{{id: {_context.Parameter(slot)}}}")} RETURN {row} }}");

    private PartLayout ByIds(RootOutput root, BoundSlot slot)
    {
        var ids = _context.Parameter(slot);
        return Nodes(((NodeOutput)root.Output).Selection, root.Kinds, (pattern, row) => $"COLLECT {{ UNWIND range(0, size({ids}) - 1) AS i0 {pattern($"{{id: {ids}[i0]}}")} RETURN {row} }}", "i0");
    }

    private PartLayout ComputedNodes(ComputedNodesPart part)
    {
        var ids = _context.Parameter(part);
        return Nodes(part.Selection, _context.Kinds.All, (pattern, row) => $"COLLECT {{ UNWIND range(0, size({ids}) - 1) AS i0 {pattern($"{{id: {ids}[i0]}}")} RETURN {row} }}", "i0");
    }

    /// <summary>Homonyms are never merged or guessed: there is a row only when no other node has the name, and otherwise the candidates.</summary>
    private PartLayout ByName(RootOutput root, BoundSlot slot)
    {
        var kinds = root.Kinds & _context.Kinds.All;
        var node = new NodeVariable("n0", kinds);
        var conditions = _predicates.Conjuncts(slot.Filter, new RowVariables(0, node)).Prepend($"{ValueCompiler.Property("n0", StoredNames.Names)} CONTAINS {_context.Parameter(slot)}");
        var found = Pattern(kinds, "", conditions);
        var layout = Nodes(((NodeOutput)root.Output).Selection, kinds, (_, row) => $"COLLECT {{ {found} WITH collect(n0) AS l WHERE size(l) = 1 UNWIND l AS n0 RETURN {row} }}");
        return new PartLayout
        {
            Column = layout.Column,
            Node = layout.Node,
            Candidates = new CandidateLayout(_columns.Add(Candidates(root, kinds, found)), _columns.Add($"COUNT {{ {found} }}")),
        };
    }

    private string Candidates(RootOutput root, ulong kinds, string found)
    {
        const int shown = 20;
        var types = string.Join('|', _context.Model.RelationshipTypes.Where(t => !t.IsHidden).Select(t => Identifier.Of(t.Name)));
        var node = new NodeVariable("n0", kinds);
        var name = _values.PerTable(node, t => t.Name);
        var detail = root.CandidateDetail is { } property ? _values.PerTable(node, t => t.Property(property)) : "null";
        return $"COLLECT {{ {found} WITH n0, COUNT {{ (n0)-[:{types}]-() }} AS d ORDER BY d DESC, n0.id LIMIT {shown} RETURN [n0.id, {name}, {detail}] }}";
    }

    /// <summary>A column of rows, each about a node of some kinds.</summary>
    /// <param name="selection">What is selected.</param>
    /// <param name="kinds">What the node can be.</param>
    /// <param name="column">Writes the column, of a pattern with properties and a row.</param>
    /// <param name="index">The variable that each row begins with.</param>
    private PartLayout Nodes(NodeSelection selection, ulong kinds, Func<Func<string, string>, RowColumns, string> column, string? index = null)
    {
        kinds &= _context.Kinds.All;
        var columns = new RowColumns();
        if (index is not null)
        {
            columns.Add(index);
        }

        var node = _selections.Node(selection, new RowScope(columns, new RowVariables(0, new NodeVariable("n0", kinds))));
        return new PartLayout { Column = _columns.Add(() => column(properties => Pattern(kinds, " " + properties, []), columns)), Node = node };
    }

    /// <summary>A root pattern: it names the slot, whose index finds the node.</summary>
    private string Pattern(ulong kinds, string properties, IEnumerable<string> conditions)
    {
        var label = kinds == _context.Kinds.All ? "" : _context.Kinds.Label(kinds, _context.Kinds.All) is { } one ? Identifier.Of(one) + ":" : null;
        var tests = label is null ? conditions.Append($"n0:{_context.Kinds.Expression(kinds, _context.Kinds.All)}") : conditions;
        return $"MATCH (n0:{label}{Compilation.Slot}{properties}){PredicateCompiler.Where(tests)}";
    }

    private PartLayout ComputedRecords(ComputedRecordsPart part)
    {
        var all = _context.Kinds.All;
        var types = _context.Model.RelationshipTypes.Where(t => !t.IsHidden).ToList();
        var end = new NodeVariable("n0", all);
        var columns = new RowColumns();
        columns.Add("i0");
        var record = _selections.Object(part.Record, new RowScope(columns, new RowVariables(0, end, "r0", types, new NodeVariable("s0", all), end)));
        var (starts, ends, names, nths) = (_context.Parameter(part, 0), _context.Parameter(part, 1), _context.Parameter(part, 2), _context.Parameter(part, 3));
        return new PartLayout
        {
            Column = _columns.Add(() => $"COLLECT {{ UNWIND range(0, size({starts}) - 1) AS i0 MATCH (s0:{Compilation.Slot} {{id: {starts}[i0]}}) MATCH (n0:{Compilation.Slot} {{id: {ends}[i0]}}) "
                + $"MATCH (s0)-[r0]->(n0) WHERE type(r0) = {names}[i0] AND {ValueCompiler.Nth("r0")} = {nths}[i0] RETURN {columns} }}"),
            Record = record,
        };
    }
}
