using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>What one column (or more) of a statement answers.</summary>
internal abstract class StatementPart;

/// <summary>A root field.</summary>
internal sealed class RootPart(RootOutput root) : StatementPart
{
    public RootOutput Root { get; } = root;
}

/// <summary>
/// What is selected on nodes that code computed: asked by their ids, a list. Each row begins with the index of its id in that list.
/// </summary>
internal sealed class ComputedNodesPart(NodeSelection selection) : StatementPart
{
    public NodeSelection Selection { get; } = selection;
}

/// <summary>
/// What is selected on relationships that code computed: asked by the ids of their starts and ends, by their types and by which of their parallels they are, four lists. Each row begins
/// with the index in those lists. Starts and ends lie on the sides that the outputs expect: <see cref="Graph.Model.Subject.Start"/> is the start.
/// </summary>
internal sealed class ComputedRecordsPart(Output[] record) : StatementPart
{
    public Output[] Record { get; } = record;
}

/// <summary>Where a part's answer is in the statement's only row.</summary>
internal sealed class PartLayout
{
    /// <summary>
    /// The column of rows: for a root by id none or one row; by ids and for computed parts rows that begin with their index; by name none or one row, and none
    /// when the name is shared. -1 for a root that is a connection (<see cref="Connection"/>), or that code computes.
    /// </summary>
    public int Column { get; init; } = -1;

    public NodeLayout? Node { get; init; }

    public ObjectLayout? Record { get; init; }

    public ConnectionLayout? Connection { get; init; }

    public CandidateLayout? Candidates { get; init; }
}
