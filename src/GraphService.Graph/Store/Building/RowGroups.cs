namespace GraphService.Graph.Store.Building;

/// <summary>Which rows of a draft make up each row of the snapshot, in the order in which they were given.</summary>
/// <param name="rows">Rows of the draft, group after group.</param>
/// <param name="starts">Where each group begins in <paramref name="rows"/>, and the end; null: every group is one row.</param>
/// <param name="joins">True when the values of a group are joined; otherwise its rows agree and the first one's are taken.</param>
internal sealed class RowGroups(int[] rows, int[]? starts, bool joins)
{
    public int Count => starts is null ? rows.Length : starts.Length - 1;

    public bool Joins => joins;

    public ReadOnlySpan<int> this[int group] =>
        starts is null ? rows.AsSpan(group, 1) : rows.AsSpan(starts[group]..starts[group + 1]);

    /// <summary>The first row of a group.</summary>
    public int First(int group) => rows[starts is null ? group : starts[group]];
}
