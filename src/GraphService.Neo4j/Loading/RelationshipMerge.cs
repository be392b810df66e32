namespace GraphService.Neo4j.Loading;

/// <summary>The texts by which relationships that are in the database already are corrected.</summary>
internal static class RelationshipMerge
{
    /// <summary>
    /// <c>x[0]</c> stays, and takes what the others of <c>x[1]</c> say and it does not, before they go; then what the graph says is written, all at once: what was
    /// merged is never merged again.
    /// </summary>
    public static string Text(string entries) =>
        "MATCH ()-[r]->() WHERE id(r) = x[0] CALL (r, x) { UNWIND x[1] AS d MATCH ()-[s]->() WHERE id(s) = d "
        + $"WITH r, s, properties(r) AS own SET r += properties(s) SET r += own DELETE s }} {Tidying.RemoveEmptyTexts("r")} SET r += {{{entries}}}";

    /// <summary>Writes the first two values of a row.</summary>
    public static void Write(ReadOnlySpan<int> records, IReadOnlyList<long> ids, IValueSink sink)
    {
        sink.Int(ids[records[0]]);
        sink.BeginList(records.Length - 1);
        foreach (var record in records[1..])
        {
            sink.Int(ids[record]);
        }

        sink.EndList();
    }
}
