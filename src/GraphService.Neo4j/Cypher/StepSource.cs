using GraphService.Graph.Model;

namespace GraphService.Neo4j.Cypher;

/// <summary>The steps of an adjacency from a node: the beginning of a subquery, behind which conditions stand.</summary>
internal sealed class StepSource
{
    private readonly Compilation _context;
    private readonly Adjacency _adjacency;
    private readonly NodeVariable _near;
    private readonly string _relationship;

    /// <param name="context">The statement.</param>
    /// <param name="near">The node whose list it is.</param>
    /// <param name="adjacency">The list.</param>
    /// <param name="depth">Rows around those of the list.</param>
    public StepSource(Compilation context, NodeVariable near, Adjacency adjacency, int depth)
    {
        (_context, _adjacency, _near, _relationship) = (context, adjacency, near, $"r{depth}");
        var kinds = context.Kinds;
        var starts = adjacency.Types.Aggregate(0UL, (bits, t) => bits | kinds.Of(t.From));
        var ends = adjacency.Types.Aggregate(0UL, (bits, t) => bits | kinds.Of(t.To));
        var far = adjacency.Far is { } table ? kinds.Of(table) : ((adjacency.Direction != Direction.In || adjacency.AlsoBy is not null) ? ends : 0) | (adjacency.Direction != Direction.Out ? starts : 0);
        var node = new NodeVariable($"n{depth}", far);
        var hasOwnEnds = adjacency.Direction == Direction.Both || adjacency.AlsoBy is not null;
        var (start, end) = hasOwnEnds
            ? (new NodeVariable($"s{depth}", starts), new NodeVariable($"e{depth}", ends))
            : adjacency.Direction == Direction.Out ? (near, node) : (node, near);
        Row = new RowVariables(depth, node, _relationship, adjacency.Types, start, end) { HasOwnEnds = hasOwnEnds };
    }

    public RowVariables Row { get; }

    private string Node => Row.Node.Name;

    private string Types => string.Join('|', _adjacency.Types.Select(t => Identifier.Of(t.Name)));

    /// <summary>The far end. Where the model lets the types end at such nodes only, the label says nothing: a test less a row, and a count is the node's degree.</summary>
    private string Far(Direction direction)
    {
        var isSure = _adjacency.Types.All(t => (direction == Direction.In || IsSure(t.To)) && (direction == Direction.Out || IsSure(t.From)));
        return isSure ? $"({Node})" : $"({Node}:{(_adjacency.Far is { } table ? Identifier.Of(table.Label) : Compilation.Slot)})";
    }

    private bool IsSure(IReadOnlyList<string> labels) =>
        labels.Count > 0 && labels.All(l => (_context.Kinds.Of([l]) & ~(_adjacency.Far is { } table ? _context.Kinds.Of(table) : _context.Kinds.All)) == 0 && _context.Kinds.Of([l]) != 0);

    /// <summary>The steps. To be asked when all is known that reads them.</summary>
    /// <param name="guard">The kinds of near nodes whose list it is; other nodes have none here.</param>
    /// <param name="isDistinct">Each far node once.</param>
    /// <param name="firstOf">For distinct nodes of which the relationship is read: the order that tells which one.</param>
    public string Text(ulong guard, bool isDistinct, string firstOf = "")
    {
        var text = _adjacency.AlsoBy is null ? Steps(guard) : WithThirdEnds(guard);
        return isDistinct ? Distinct(text, firstOf) : text;
    }

    /// <summary>The text is a pattern alone. To be asked, as the text, when all is known that reads the steps.</summary>
    public bool IsOnlyMatch(bool isDistinct) => !isDistinct && _adjacency.AlsoBy is null && !NamesEnds;

    private bool NamesEnds => Row is { HasOwnEnds: true, ReadsRelationship: true };

    private string Steps(ulong guard)
    {
        var near = (guard & _near.Kinds) == _near.Kinds ? $"({_near.Name})" : $"({_near.Name}:{_context.Kinds.Expression(guard, _near.Kinds)})";
        var match = $"MATCH {Step(near, _adjacency.Direction)}";
        return NamesEnds
            ? $"{match} WITH {_relationship}, {Node}, startNode({_relationship}) AS {Row.Start.Name}, endNode({_relationship}) AS {Row.End.Name}"
            : match;
    }

    private string Step(string near, Direction direction) =>
        $"{near}{(direction == Direction.In ? "<-" : "-")}[{_relationship}:{Types}]{(direction == Direction.Out ? "->" : "-")}{Far(direction)}";

    /// <summary>A node that a relationship's property names has that relationship in its list too, unless it is there as one of its ends.</summary>
    private string WithThirdEnds(ulong guard)
    {
        var (near, property) = (_near.Name, ValueCompiler.Property(_relationship, _adjacency.AlsoBy!));
        var branches = new List<string>();
        if (_adjacency.Direction != Direction.In)
        {
            branches.Add($"MATCH {Step($"({near})", Direction.Out)} RETURN {near} AS {Row.Start.Name}, {_relationship}, {Node} AS {Row.End.Name}, {Node}");
        }

        if (_adjacency.Direction != Direction.Out)
        {
            var once = _adjacency.Direction == Direction.Both ? $" WHERE {Node} <> {near}" : "";
            branches.Add($"MATCH {Step($"({near})", Direction.In)}{once} RETURN {Node} AS {Row.Start.Name}, {_relationship}, {near} AS {Row.End.Name}, {Node}");
        }

        var unlisted = (_adjacency.Direction != Direction.In ? $" AND {Row.Start.Name} <> {near}" : "") + (_adjacency.Direction != Direction.Out ? $" AND {Node} <> {near}" : "");
        foreach (var type in _adjacency.Types.Where(t => t.Property(_adjacency.AlsoBy!)?.References is not null))
        {
            // The index on the property holds both slots: the start tells.
            branches.Add($"MATCH ({Row.Start.Name}:{Compilation.Slot})-[{_relationship}:{Identifier.Of(type.Name)}]->{Far(Direction.Out)} WHERE {property} = {near}.id{unlisted} "
                + $"RETURN {Row.Start.Name}, {_relationship}, {Node} AS {Row.End.Name}, {Node}");
            if (_adjacency.Direction == Direction.In)
            {
                branches.Add($"MATCH ({near})-[{_relationship}:{Identifier.Of(type.Name)}]->{Far(Direction.Out)} WHERE {property} IS NULL{unlisted} "
                    + $"RETURN {near} AS {Row.Start.Name}, {_relationship}, {Node} AS {Row.End.Name}, {Node}");
            }
        }

        var isGuarded = (guard & _near.Kinds) != _near.Kinds;
        var only = isGuarded ? $"WITH {near} WHERE {near}:{_context.Kinds.Expression(guard, _near.Kinds)} " : "";
        return $"{only}CALL ({near}) {{ {string.Join(" UNION ALL ", branches)} }} WITH {Row.Start.Name}, {_relationship}, {Row.End.Name}, {Node}";
    }

    private string Distinct(string text, string firstOf)
    {
        if (!Row.ReadsRelationship)
        {
            return $"{text} WITH DISTINCT {Node}";
        }

        var ends = Row.HasOwnEnds ? $", startNode({_relationship}) AS {Row.Start.Name}, endNode({_relationship}) AS {Row.End.Name}" : "";
        return $"{text} WITH {_relationship}, {Node} ORDER BY {firstOf} WITH {Node}, collect({_relationship})[0] AS {_relationship}"
            + (ends.Length > 0 ? $" WITH {Node}, {_relationship}{ends}" : "");
    }
}
