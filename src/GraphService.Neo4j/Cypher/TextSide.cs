namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Comparisons of stored texts with a text of the request that the server would compare by UTF-16 units (<see cref="CursorForm.IsHigh"/>): three entries
/// of an owner, the expressions for texts above or those for texts below, or both, and what they leave open.
/// </summary>
internal static class TextSide
{
    /// <summary>Adds the entries, from a number on. The expressions are many times as long as the text: only those of a side that is asked for are made.</summary>
    public static void Add(StatementParameters parameters, object owner, int number, byte[] text, bool above, bool below, bool orEqual = false)
    {
        if (above)
        {
            parameters.AddTexts(owner, TextBounds.Above(text, orEqual), number);
        }

        if (below)
        {
            parameters.AddTexts(owner, TextBounds.Below(text, orEqual), number + 1);
        }

        parameters.AddText(owner, TextBounds.Beyond(text), number + 2);
    }

    /// <param name="context">The statement.</param>
    /// <param name="expression">The stored text.</param>
    /// <param name="owner">Whose entries they are.</param>
    /// <param name="number">The first of them.</param>
    /// <param name="isGreater">Above the text; otherwise below it.</param>
    /// <param name="value">The text itself.</param>
    /// <param name="orEqual">Or equal to it.</param>
    public static string Compare(Compilation context, string expression, object owner, int number, bool isGreater, string value, bool orEqual = false)
    {
        var side = context.Parameter(owner, isGreater ? number : number + 1);
        var sign = (isGreater ? ">" : "<") + (orEqual ? "=" : "");
        return $"(any(x IN {side} WHERE {expression} =~ x) OR coalesce({expression} STARTS WITH {context.Parameter(owner, number + 2)} AND {expression} {sign} {value}, false))";
    }
}
