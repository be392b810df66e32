using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Tells whether the same would be written for nodes of several kinds: then no row needs to say of which kind its node is.
/// </summary>
internal static class SameLayouts
{
    public static bool Are(IEnumerable<ObjectLayout> layouts)
    {
        var all = layouts.ToList();
        return all.Skip(1).All(other => Are(all[0], other));
    }

    private static bool Are(ObjectLayout? a, ObjectLayout? b)
    {
        if (a is null || b is null)
        {
            return a is null && b is null;
        }

        return a.Outputs.Length == b.Outputs.Length
            && Enumerable.Range(0, a.Outputs.Length).All(i => Are(a.Outputs[i], b.Outputs[i]) && Are(a.Fields[i], b.Fields[i]));
    }

    // Of one selection: an error of the field is reported once, where the request has it.
    private static bool Are(Output a, Output b) =>
        a.Kind == b.Kind && a.Field.Selection == b.Field.Selection && a.IsNonNull == b.IsNonNull && a.Key.AsSpan().SequenceEqual(b.Key) && (a, b) switch
        {
            (ConstantOutput one, ConstantOutput other) => one.Json.AsSpan().SequenceEqual(other.Json),
            (ValueOutput one, ValueOutput other) => Are(one.Names, other.Names),
            (DistinctTypeNamesOutput one, DistinctTypeNamesOutput other) => Are(one.Names, other.Names),

            // What is computed is kept by its output.
            (ComputedOutput, _) => false,
            _ => true,
        };

    private static bool Are(FieldLayout? a, FieldLayout? b)
    {
        if (a is null || b is null || ReferenceEquals(a, b))
        {
            return ReferenceEquals(a, b);
        }

        return a.Column == b.Column && a.CountsColumn == b.CountsColumn && a.Place == b.Place && a.Stored == b.Stored
            && Are(a.Properties, b.Properties) && Are(a.Node, b.Node) && Are(a.Object, b.Object) && Are(a.Connection, b.Connection);
    }

    private static bool Are(PropertiesLayout? a, PropertiesLayout? b) => a is null || b is null
        ? a is null && b is null
        : a.TypeColumn == b.TypeColumn && a.Type == b.Type && a.Columns.Count == b.Columns.Count && a.Columns.All(c => b.Columns.TryGetValue(c.Key, out var column) && column == c.Value);

    private static bool Are(NodeLayout? a, NodeLayout? b)
    {
        if (a is null || b is null)
        {
            return a is null && b is null;
        }

        return a.KindColumn == b.KindColumn && a.Kind == b.Kind && a.ByKind.Length == b.ByKind.Length
            && Enumerable.Range(0, a.ByKind.Length).All(kind => Are(a.ByKind[kind], b.ByKind[kind]));
    }

    // The cursors of an interface's field are those of all its kinds; a field of another name would have other columns.
    private static bool Are(ConnectionLayout? a, ConnectionLayout? b)
    {
        if (a is null || b is null)
        {
            return a is null && b is null;
        }

        return a.RowsColumn == b.RowsColumn && a.CountColumn == b.CountColumn && a.PrecedingColumn == b.PrecedingColumn && a.FollowingColumn == b.FollowingColumn
            && a.Keys.Select(k => k.Column).SequenceEqual(b.Keys.Select(k => k.Column)) && Are(a.Fields, b.Fields);
    }

    private static bool Are(byte[][] a, byte[][] b) => a.Length == b.Length && Enumerable.Range(0, a.Length).All(i => a[i].AsSpan().SequenceEqual(b[i]));
}
