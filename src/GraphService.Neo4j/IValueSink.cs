namespace GraphService.Neo4j;

/// <summary>Takes values, one push each: what rows and parameters are made of.</summary>
public interface IValueSink
{
    void Null();

    void Bool(bool value);

    void Int(long value);

    void Double(double value);

    /// <summary>A text in UTF-8; the bytes are valid during the call only.</summary>
    void Text(ReadOnlySpan<byte> utf8);

    /// <summary>Begins a list of so many values; an <see cref="EndList"/> follows them.</summary>
    void BeginList(int count);

    void EndList();
}

/// <summary>Takes the rows of a result. A row is its columns in order; nothing but null, booleans, integers, reals, texts and lists of them is in one.</summary>
public interface IRowSink : IValueSink
{
    /// <summary>What was pushed so far is void: the statement is run again from the start.</summary>
    void Restart();

    void BeginRow(int columns);

    void EndRow();
}

/// <summary>Takes the values of parameters, which may hold maps.</summary>
public interface IParameterSink : IValueSink
{
    /// <summary>Begins a map of so many entries, each a <see cref="Key"/> and a value; an <see cref="EndMap"/> follows them.</summary>
    void BeginMap(int count);

    void Key(ReadOnlySpan<byte> utf8);

    void EndMap();
}
