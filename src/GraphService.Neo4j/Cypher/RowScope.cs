namespace GraphService.Neo4j.Cypher;

/// <summary>What the outputs of an object read from: the columns of a row, its variables, and the kinds that its node can be here.</summary>
internal readonly record struct RowScope(RowColumns Columns, RowVariables Variables, ulong Kinds)
{
    public RowScope(RowColumns columns, RowVariables variables)
        : this(columns, variables, variables.Node.Kinds)
    {
    }
}
