using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>Where the values of an object's fields stand in a row. A row is a list; everything about one node or relationship is in one row, flat.</summary>
/// <param name="Outputs">The fields of the plan.</param>
/// <param name="Fields">By field: where its value is; null for a field whose condition does not hold.</param>
internal sealed record ObjectLayout(Output[] Outputs, FieldLayout?[] Fields);

/// <summary>Where the value of a field is.</summary>
internal sealed class FieldLayout
{
    /// <summary>For fields that stand in no column of their own: constants, objects about the same row.</summary>
    public static readonly FieldLayout None = new();

    /// <summary>
    /// The column of the value: a text, integer or list. For a node that further steps lead to (<see cref="NodeOutput.FirstOf"/>,
    /// <see cref="Graph.Model.Subject.Referenced"/>), nodes, records and evidence: a list of rows. For a computed field: the id of the parent. -1: none.
    /// </summary>
    public int Column { get; init; } = -1;

    /// <summary>For groups by nodes, which are the rows of the column: the column of how many rows each has; -1: none.</summary>
    public int CountsColumn { get; init; } = -1;

    /// <summary>For enums and relationship types: the stored texts by place, in UTF-8; the answer's names are in <see cref="ValueOutput.Names"/>.</summary>
    public byte[][]? Stored { get; init; }

    /// <summary>The only place that the value can have, when it is in no column.</summary>
    public int Place { get; init; } = -1;

    /// <summary>The node of the field, or of each row of the column.</summary>
    public NodeLayout? Node { get; init; }

    /// <summary>The object of the field, or of each row of the column: record, evidence, edge, page information.</summary>
    public ObjectLayout? Object { get; init; }

    public ConnectionLayout? Connection { get; init; }

    /// <summary>Where a relationship's properties are; each is then an <see cref="Object"/>.</summary>
    public PropertiesLayout? Properties { get; init; }
}

/// <summary>Where the properties of a relationship are.</summary>
/// <param name="TypeColumn">The column of its type's name; -1: all are of <paramref name="Type"/>.</param>
/// <param name="Type">The type's place in the model, when it is in no column.</param>
/// <param name="Columns">The columns of the values, by the names of the properties.</param>
internal sealed record PropertiesLayout(int TypeColumn, int Type, IReadOnlyDictionary<string, int> Columns);

/// <summary>Where the fields of a node are, for each kind that it can be.</summary>
internal sealed class NodeLayout
{
    /// <summary>The column of the kind's place in the model; -1: all nodes are of <see cref="Kind"/>.</summary>
    public required int KindColumn { get; init; }

    public required int Kind { get; init; }

    /// <summary>By kind; null for kinds that the type excludes.</summary>
    public required ObjectLayout?[] ByKind { get; init; }

    /// <summary>Where the fields of a row's node are; null when there is no such node, or it is of a kind that the type excludes.</summary>
    public ObjectLayout? FieldsOf(RowBuffer rows, CellList row)
    {
        var kind = KindColumn < 0 ? Kind : rows.Kind(row[KindColumn]) == CellKind.Int ? (int)rows.Int(row[KindColumn]) : -1;
        return (uint)kind < (uint)ByKind.Length ? ByKind[kind] : null;
    }
}

/// <summary>Where a connection's page is.</summary>
internal sealed class ConnectionLayout
{
    /// <summary>The rows: one more than the page when it matters whether there are more; the last ones first when the page is asked by <c>last</c>.</summary>
    public required int RowsColumn { get; init; }

    /// <summary>The number of all rows that pass the filter; -1 when it is not asked.</summary>
    public required int CountColumn { get; init; }

    /// <summary>Whether a row that passes stands at <c>after</c> or before it; -1 when it is not asked or there is no such cursor.</summary>
    public required int PrecedingColumn { get; init; }

    /// <summary>Whether a row that passes stands at <c>before</c> or behind it; -1 likewise.</summary>
    public required int FollowingColumn { get; init; }

    /// <summary>In each row: the keys of its cursor; empty when no cursor is selected.</summary>
    public required KeyLayout[] Keys { get; init; }

    /// <summary>The fields of the connection. The layouts of its edges and nodes are about its rows.</summary>
    public required ObjectLayout Fields { get; init; }
}

/// <summary>A key of a cursor.</summary>
internal sealed class KeyLayout
{
    public required int Column { get; init; }

    /// <summary>The key is written as an integer; otherwise as a text.</summary>
    public required bool IsNumber { get; init; }

    /// <summary>The stored texts by place, where the key is a place or a name: of a relationship type. Null: the key is the column's value.</summary>
    public byte[][]? Stored { get; init; }

    /// <summary>The names by place that make the key (relationship types by the API's names, kinds); null: the place itself, or the value.</summary>
    public byte[][]? Names { get; init; }
}

/// <summary>Where the candidates of a name are, when it is shared.</summary>
/// <param name="RowsColumn">Rows of id, name and detail (an integer or null), the best connected first.</param>
/// <param name="CountColumn">How many there are in all.</param>
internal sealed record CandidateLayout(int RowsColumn, int CountColumn);
