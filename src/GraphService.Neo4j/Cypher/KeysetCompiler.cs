using System.Text;
using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Writes which rows stand on a side of a cursor: one chain of cases over the keys, never alternatives joined by OR, which the server would plan as
/// unions. Each key first as "is it another one"; where both are missing that is null, and the next key decides.
/// </summary>
internal sealed class KeysetCompiler(Compilation context)
{
    /// <param name="keys">The keys of the order.</param>
    /// <param name="order">The order, as it was bound.</param>
    /// <param name="cursor">The place.</param>
    /// <param name="isBehind">Rows behind the cursor; otherwise those before it.</param>
    /// <param name="orAt">The row at the cursor too.</param>
    public string Beside(List<OrderKey> keys, OrderTerm[] order, Cursor cursor, bool isBehind, bool orAt)
    {
        var lacksRequired = CursorForm.LacksRequired(cursor, order);
        var text = new StringBuilder("CASE");
        for (var i = 0; i < keys.Count; i++)
        {
            var key = keys[i];
            var isGreater = isBehind != key.Term.Descending;
            if (!key.IsOrdered && (key.CanBeMissing || lacksRequired))
            {
                var missing = context.Parameter(cursor, MissingNumber(i));
                text.Append($" WHEN ({key.Expression} IS NULL) <> {missing} THEN ({key.Expression} IS NULL) {(isGreater ? '>' : '<')} {missing}");
            }

            var value = context.Parameter(cursor, key.IsOrdered ? OrderedNumber : ValueNumber(i));
            text.Append($" WHEN {key.Expression} <> {value} THEN {Compare(key.Expression, value, cursor, i, isGreater)}");
        }

        return text.Append($" ELSE {(orAt ? "true" : "false")} END").ToString();
    }

    /// <summary>A bound that an index can use: the first key is not on the other side. Null when the texts of the cursor are not in the server's order.</summary>
    public string? Bound(OrderKey first, OrderTerm[] order, Cursor cursor, bool isBehind) =>
        !first.IsOrdered && (cursor.Keys[0] is { Text: { } text } && CursorForm.IsHigh(text) || CursorForm.LacksRequired(cursor, order))
            ? null
            : $"{first.Expression} {(isBehind != first.Term.Descending ? ">=" : "<=")} {context.Parameter(cursor, first.IsOrdered ? OrderedNumber : ValueNumber(0))}";

    /// <summary>The entry of a cursor that has its first key as the twin of an integer has it.</summary>
    public const int OrderedNumber = -1;

    /// <summary>The entry of a key.</summary>
    public static int ValueNumber(int key) => NumbersPerKey * key;

    /// <summary>The entry that says whether a key is missing.</summary>
    public static int MissingNumber(int key) => (NumbersPerKey * key) + 1;

    /// <summary>The first of the entries for texts beside a key (<see cref="TextSide"/>).</summary>
    public static int SideNumber(int key) => (NumbersPerKey * key) + 2;

    private const int NumbersPerKey = 5;

    private string Compare(string expression, string value, Cursor cursor, int key, bool isGreater) =>
        cursor.Keys[key] is { Text: { } text } && CursorForm.IsHigh(text)
            ? TextSide.Compare(context, expression, cursor, SideNumber(key), isGreater, value)
            : $"{expression} {(isGreater ? '>' : '<')} {value}";
}
