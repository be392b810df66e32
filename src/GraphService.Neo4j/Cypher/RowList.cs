namespace GraphService.Neo4j.Cypher;

/// <summary>A list below a row: a column of that row, with rows of its own.</summary>
internal sealed class RowList
{
    private readonly RowVariables _variables;

    public RowList(RowColumns around, RowVariables variables, Func<RowList, string> text) =>
        (_variables, Column) = (variables, around.Add(() => text(this)));

    public int Column { get; }

    public RowColumns Columns { get; } = new();

    /// <summary>The kinds of the row's node that have the list.</summary>
    public ulong Guard { get; private set; }

    /// <summary>The rows, for any node.</summary>
    public RowScope Rows => new(Columns, _variables);

    /// <summary>The rows, for a node that can be of these kinds.</summary>
    public RowScope Use(ulong kinds)
    {
        Guard |= kinds;
        return new RowScope(Columns, _variables);
    }
}
