namespace GraphService.Neo4j.Loading;

/// <summary>Rows that one statement writes. Their number and order follow from the graph alone, so that a killed import finds its place again.</summary>
internal abstract class LoadStep(string write)
{
    /// <summary>What is done with <c>x</c>, a row.</summary>
    public string Write { get; } = write;

    public CypherStatement Statement { get; } = ImportStatements.Batch(write);

    /// <summary>True for relationships, which come after all nodes.</summary>
    public virtual bool IsRelationships => false;

    /// <summary>True when the rows are about nodes of other steps, and do not count.</summary>
    public virtual bool IsAddition => false;

    /// <summary>How many rows there are.</summary>
    public abstract int Count { get; }

    /// <summary>Writes the values of one.</summary>
    public abstract void WriteRow(int row, IParameterSink sink);

    /// <summary>Writes the list that the statement unwinds.</summary>
    public virtual void WriteRows(int first, int count, IParameterSink sink)
    {
        sink.BeginList(count);
        for (var row = first; row < first + count; row++)
        {
            WriteRow(row, sink);
        }

        sink.EndList();
    }
}
