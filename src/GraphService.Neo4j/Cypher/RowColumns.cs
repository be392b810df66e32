namespace GraphService.Neo4j.Cypher;

/// <summary>
/// The columns of a row while they are collected. The same expression is one column; a list below the row is one column too, to which all kinds that the
/// row's node can be add what they need, and which is therefore written last.
/// </summary>
internal sealed class RowColumns
{
    private readonly List<Func<string>> _columns = [];
    private readonly Dictionary<string, int> _expressions = new(StringComparer.Ordinal);
    private readonly Dictionary<object, object> _lists = [];

    public IEnumerable<string> Texts => _columns.Select(c => c());

    /// <summary>The expressions so far; lists apart.</summary>
    public IEnumerable<string> Expressions => _expressions.Keys;

    /// <summary>True when some column is more than an expression.</summary>
    public bool HasLists => _columns.Count > _expressions.Count;

    /// <summary>The column of an expression.</summary>
    public int Add(string expression)
    {
        if (!_expressions.TryGetValue(expression, out var column))
        {
            column = _columns.Count;
            _columns.Add(() => expression);
            _expressions.Add(expression, column);
        }

        return column;
    }

    /// <summary>A column of its own, whose text is asked for when everything is known.</summary>
    public int Add(Func<string> text)
    {
        _columns.Add(text);
        return _columns.Count - 1;
    }

    /// <summary>The list of a key; made the first time.</summary>
    public T List<T>(object key, Func<T> make)
        where T : class
    {
        if (!_lists.TryGetValue(key, out var list))
        {
            _lists.Add(key, list = make());
        }

        return (T)list;
    }

    /// <summary>The row as a list.</summary>
    public override string ToString() => $"[{string.Join(", ", Texts)}]";
}
