namespace GraphService.Graph.Store.Building;

/// <summary>A file that records of a draft came from, to say where a fault is.</summary>
/// <param name="Name">The file's name within the folder.</param>
/// <param name="Headers">The headers of its columns, as written.</param>
/// <param name="Properties">The names of the properties in its columns; null for ids, labels, ends and types.</param>
/// <param name="KeyColumn">The column that faults of a whole record point to: the id or the start, from 0.</param>
internal sealed record DraftFile(string Name, string[] Headers, string?[] Properties, int KeyColumn)
{
    /// <summary>The column of a property, from 0; the key's when the file has no such column.</summary>
    public int ColumnOf(string property) => Array.IndexOf(Properties, property) is >= 0 and var column ? column : KeyColumn;
}

/// <summary>Where a record begins.</summary>
internal readonly record struct Position(int File, int Line);
