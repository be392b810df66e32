using System.Text;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>Breaks a statement into lines: each subquery on its own, indented.</summary>
internal static class ReadableCypher
{
    private static readonly string[] Subqueries = ["COLLECT { ", "COUNT { ", "EXISTS { ", "CALL ("];

    public static string Of(string statement)
    {
        var text = new StringBuilder();
        var blocks = new Stack<bool>();
        for (var i = 0; i < statement.Length; i++)
        {
            var indent = 2 * (blocks.Count(b => b) + 1);
            if (Subqueries.Any(s => string.CompareOrdinal(statement, i, s, 0, s.Length) == 0))
            {
                text.Append('\n').Append(' ', indent);
            }

            if (statement[i] is '{' or '}')
            {
                // A map has its first key at once; a subquery begins behind a space.
                var isBlock = statement[i] == '{' ? statement[i + 1] == ' ' : blocks.Pop();
                if (statement[i] == '{')
                {
                    blocks.Push(isBlock);
                }
            }

            text.Append(statement[i]);
        }

        return text.ToString();
    }
}
