using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Files.Csv;

/// <summary>The header line of a graph file, in the format of <c>neo4j-admin database import</c>.</summary>
internal sealed class CsvHeader
{
    public const string Sources = "sources";
    public const string Locators = "locators";

    private CsvHeader(IReadOnlyList<CsvColumn> columns) => Columns = columns;

    public IReadOnlyList<CsvColumn> Columns { get; }

    public bool HoldsNodes => Has(ColumnRole.Id);

    /// <summary>The place of a role's column, -1 when there is none.</summary>
    public int this[ColumnRole role]
    {
        get
        {
            for (var i = 0; i < Columns.Count; i++)
            {
                if (Columns[i].Role == role)
                {
                    return i;
                }
            }

            return -1;
        }
    }

    /// <summary>The place of a property's column, -1 when there is none.</summary>
    public int this[string property]
    {
        get
        {
            for (var i = 0; i < Columns.Count; i++)
            {
                if (Columns[i].Role == ColumnRole.Property && Columns[i].Name == property)
                {
                    return i;
                }
            }

            return -1;
        }
    }

    /// <summary>Reads a header line; null when it has faults, all of which are reported with their column, -1 for the line.</summary>
    public static CsvHeader? Parse(IReadOnlyList<string> cells, Action<int, string> fault)
    {
        var isFaulty = false;
        void Refuse(int column, string message)
        {
            isFaulty = true;
            fault(column, message);
        }

        var columns = new List<CsvColumn>(cells.Count);
        for (var i = 0; i < cells.Count; i++)
        {
            columns.Add(ParseColumn(cells[i], message => Refuse(i, message)));
        }

        RefuseDuplicates(columns, Refuse);
        var header = new CsvHeader(columns);
        if (!isFaulty)
        {
            header.RefuseMixtures(Refuse);
        }

        return isFaulty ? null : header;
    }

    private bool Has(ColumnRole role) => this[role] >= 0;

    private static CsvColumn ParseColumn(string cell, Action<string> fault)
    {
        var colon = cell.LastIndexOf(':');
        var name = colon < 0 ? cell : cell[..colon];
        var type = colon < 0 ? "" : cell[(colon + 1)..];
        var role = type switch
        {
            "ID" => ColumnRole.Id,
            "LABEL" => ColumnRole.Label,
            "START_ID" => ColumnRole.Start,
            "END_ID" => ColumnRole.End,
            "TYPE" => ColumnRole.Type,
            "IGNORE" => ColumnRole.Ignored,
            _ => ColumnRole.Property,
        };
        var isArray = type.EndsWith("[]", StringComparison.Ordinal);
        var typeName = type.Length == 0 ? "string" : isArray ? type[..^2] : type;
        if (role == ColumnRole.Property && RefusalOf(name, type, typeName) is { } refusal)
        {
            fault(refusal);
        }

        return new CsvColumn(cell, name, typeName, isArray, role);
    }

    private static string? RefusalOf(string name, string type, string typeName)
    {
        if (type.Contains('('))
        {
            var bare = type[..type.IndexOf('(')];
            return $"ID spaces are not supported, the graph has one: write :{bare}";
        }

        if (type.Contains('{') || type.EndsWith('}'))
        {
            return "options in braces are not supported: remove them";
        }

        if (!CsvColumn.PropertyTypes.Contains(typeName))
        {
            return $"unknown type {Quoted.Text(typeName)}: write string, int, long, float, double or boolean, with [] for an array, "
                + "or :ID, :LABEL, :START_ID, :END_ID or :TYPE";
        }

        return name.Length == 0 ? "the column has no name: name it, or write :IGNORE" : null;
    }

    private static void RefuseDuplicates(List<CsvColumn> columns, Action<int, string> fault)
    {
        var firsts = new Dictionary<string, int>();
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            var name = column.Role == ColumnRole.Property ? column.Name : ':' + column.TypeName;
            if (column.Role != ColumnRole.Ignored && name.Length > 0 && !firsts.TryAdd(name, i))
            {
                fault(i, $"the header names {name} twice, first in column {firsts[name] + 1}: remove or rename one");
            }
        }
    }

    private void RefuseMixtures(Action<int, string> fault)
    {
        var isRelationships = Has(ColumnRole.Start) || Has(ColumnRole.End);
        if (!HoldsNodes && !isRelationships)
        {
            fault(-1, "the header has neither :ID (nodes) nor :START_ID and :END_ID (relationships): add them, or remove the file");
            return;
        }

        if (HoldsNodes && isRelationships)
        {
            fault(this[ColumnRole.Id], "a file holds either nodes (:ID) or relationships (:START_ID and :END_ID): split it");
            return;
        }

        foreach (var (role, text) in HoldsNodes
            ? [(ColumnRole.Label, ":LABEL")]
            : new[] { (ColumnRole.Start, ":START_ID"), (ColumnRole.End, ":END_ID"), (ColumnRole.Type, ":TYPE") })
        {
            if (!Has(role))
            {
                fault(-1, $"the header has no {text}: add it");
            }
        }

        RefuseForeign(HoldsNodes ? ColumnRole.Type : ColumnRole.Label, fault);
        foreach (var name in new[] { Sources, Locators })
        {
            if (this[name] is >= 0 and var column && (!Columns[column].IsArray || Columns[column].TypeName != "string"))
            {
                fault(column, $"{name} must be a list of texts: write {name}:string[]");
            }
        }
    }

    private void RefuseForeign(ColumnRole role, Action<int, string> fault)
    {
        if (Has(role))
        {
            fault(this[role], role == ColumnRole.Type ? ":TYPE belongs to relationships, nodes have :LABEL" : ":LABEL belongs to nodes, relationships have :TYPE");
        }
    }

    /// <summary>What a draft needs to say where a fault is.</summary>
    public DraftFile ToDraftFile(string name) => new(
        name,
        [.. Columns.Select(c => c.Header)],
        [.. Columns.Select(c => c.Role == ColumnRole.Property ? c.Name : null)],
        this[HoldsNodes ? ColumnRole.Id : ColumnRole.Start]);
}
