namespace GraphService.Graph.Store.Building;

/// <summary>
/// Orders the relationships of a type by start, end and what they say, and groups those that are one (data format: the same credit given
/// twice; of other types, what agrees in everything but the sources).
/// </summary>
internal sealed class RelationshipGrouping(DraftType type, Func<int, int> numberOf) : IEqualityComparer<int>
{
    private readonly List<int> _starts = [];

    public RowGroups Group()
    {
        var rows = new int[type.Count];
        var keys = new ulong[type.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
            keys[row] = ((ulong)(uint)numberOf(type.Starts[row]) << 32) | (uint)numberOf(type.Ends[row]);
        }

        Array.Sort(keys, rows);
        for (int start = 0, end; start < rows.Length; start = end)
        {
            end = start + 1;
            while (end < rows.Length && keys[end] == keys[start])
            {
                end++;
            }

            GroupParallel(rows.AsSpan(start..end), start);
        }

        var joins = type.Type is { IsMerged: true };
        if (_starts.Count == rows.Length)
        {
            return new RowGroups(rows, null, joins);
        }

        _starts.Add(rows.Length);
        return new RowGroups(rows, [.. _starts], joins);
    }

    /// <summary>True when two rows agree in everything but their sources.</summary>
    public bool Equals(int x, int y)
    {
        foreach (var column in type.Columns)
        {
            if (!column.AreEqual(x, y))
            {
                return false;
            }
        }

        return type.Extras.Count == 0 || ExtrasOf(x).SequenceEqual(ExtrasOf(y));
    }

    public int GetHashCode(int row)
    {
        var hash = new HashCode();
        foreach (var column in type.Columns)
        {
            column.AddTo(ref hash, row);
        }

        return hash.ToHashCode();
    }

    /// <summary>Groups the rows that join the same two nodes.</summary>
    private void GroupParallel(Span<int> rows, int start)
    {
        if (rows.Length > 1 && !type.Draft.HasOrder)
        {
            rows.Sort(new ContentOrder(type));
        }
        else
        {
            rows.Sort();
        }

        _starts.Add(start);
        if (rows.Length == 1 || type.Type is { IsMerged: true })
        {
            return;
        }

        var groups = new Dictionary<int, int>(this);
        var keys = new long[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            if (!groups.TryGetValue(rows[i], out var group))
            {
                group = groups.Count;
                groups.Add(rows[i], group);
            }

            keys[i] = ((long)group << 32) | (uint)i;
        }

        if (groups.Count > 1 && type.IsServed)
        {
            Reorder(keys, new ParallelOrder(type, rows.ToArray(), keys).Places(groups.Count));
        }

        keys.AsSpan().Sort();
        var ordered = rows.ToArray();
        for (var i = 0; i < keys.Length; i++)
        {
            rows[i] = ordered[(int)keys[i]];
            if (i > 0 && keys[i] >> 32 != keys[i - 1] >> 32)
            {
                _starts.Add(start + i);
            }
        }
    }

    /// <summary>Gives groups other places.</summary>
    private static void Reorder(long[] keys, int[] places)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)places[keys[i] >> 32] << 32) | (uint)keys[i];
        }
    }

    private ReadOnlySpan<byte> ExtrasOf(int row) =>
        type.ExtrasOf(row) is { IsNull: false } record ? type.Draft.Heap[record] : default;
}
