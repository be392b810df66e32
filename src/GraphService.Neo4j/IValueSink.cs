namespace GraphService.Neo4j;

/// <summary>Takes values, one push each: what rows and parameters are made of.</summary>
public interface IValueSink
{
    /// <summary>The value that is none.</summary>
    void Null();

    /// <summary>A boolean.</summary>
    void Bool(bool value);

    /// <summary>An integer of 64 bits, the only kind that Cypher has.</summary>
    void Int(long value);

    /// <summary>A real; it may be infinite or NaN.</summary>
    void Double(double value);

    /// <summary>A text in UTF-8; the bytes are valid during the call only.</summary>
    void Text(ReadOnlySpan<byte> utf8);

    /// <summary>Begins a list of so many values; an <see cref="EndList"/> follows them.</summary>
    void BeginList(int count);

    /// <summary>Ends the list begun last, after as many values as were announced.</summary>
    void EndList();
}

/// <summary>Takes the rows of a result. A row is its columns in order; nothing but null, booleans, integers, reals, texts and lists of them is in one.</summary>
public interface IRowSink : IValueSink
{
    /// <summary>What was pushed so far is void: the statement is run again from the start.</summary>
    void Restart();

    /// <summary>Begins a row of so many values; an <see cref="EndRow"/> follows them.</summary>
    void BeginRow(int columns);

    /// <summary>Ends the row, after as many values as were announced.</summary>
    void EndRow();
}

/// <summary>Takes the values of parameters, which may hold maps.</summary>
public interface IParameterSink : IValueSink
{
    /// <summary>Begins a map of so many entries, each a <see cref="Key"/> and a value; an <see cref="EndMap"/> follows them.</summary>
    void BeginMap(int count);

    /// <summary>The key of the next entry of a map, in UTF-8; the bytes are valid during the call only.</summary>
    void Key(ReadOnlySpan<byte> utf8);

    /// <summary>Ends the map begun last, after as many entries as were announced.</summary>
    void EndMap();
}
