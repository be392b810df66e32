using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Files.Csv;

/// <summary>Which columns of a file go to which columns of a draft, for rows of one table or relationship type.</summary>
internal sealed class RowBinding
{
    private readonly GraphDraft _draft;
    private readonly DraftRows _rows;
    private readonly CsvHeader _header;
    private readonly (DraftColumn Column, int Field)[] _columns;
    private readonly Extra[] _extras;
    private readonly HashSet<DraftColumn> _required;
    private readonly ExtraProperties _record = new();
    private readonly HashSet<string> _unread = [];

    /// <summary>Binds the columns of a file.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="rows">The table or type.</param>
    /// <param name="header">The file's header.</param>
    /// <param name="labels">The labels of the rows, where they are nodes.</param>
    /// <param name="owner">What unknown properties are counted under.</param>
    /// <param name="refuse">Called for columns of the wrong type.</param>
    public RowBinding(
        GraphDraft draft, DraftRows rows, CsvHeader header, LabelSet? labels, string owner, Action<int, string> refuse)
    {
        _draft = draft;
        _rows = rows;
        _header = header;
        Owner = owner;
        _columns = [.. rows.Columns.Select(c => (c, FieldOf(c, labels, refuse)))];
        _required = [.. rows.Columns.Where(c => c.Property.IsRequired && !_unread.Contains(c.Property.Name) && !IsDerived(c))];
        var bound = _columns.Select(c => c.Field).ToHashSet();
        _extras =
        [
            .. header.Columns.Select((column, field) => new Extra(field, column))
                .Where(e => e.Column.Role == ColumnRole.Property && !bound.Contains(e.Field) && !_unread.Contains(e.Column.Name)
                    && e.Column.Name is not (CsvHeader.Sources or CsvHeader.Locators))
                .OrderBy(e => e.Column.Declaration, StringComparer.Ordinal),
        ];
        foreach (var extra in _extras)
        {
            extra.Header = draft.HeaderOf(extra.Column.Declaration);
        }
    }

    public string Owner { get; }

    /// <summary>The field of a property, or -1.</summary>
    public int FieldOf(string property) => _header[property];

    /// <summary>Appends the values of a record to the draft's columns.</summary>
    public void Append(GraphRecord file, int row, Position position)
    {
        foreach (var (column, field) in _columns)
        {
            if (field < 0)
            {
                column.AppendMissing();
            }
            else if (ValueReader.Append(column, file[field]) is { } fault)
            {
                _draft.Fault(position, field, fault);
            }

            if (_required.Contains(column) && (field < 0 || file[field].IsEmpty))
            {
                _draft.Fault(position, column.Property.Name, $"the {column.Property.Name} is missing: every {Owner} needs one");
            }
        }

        AppendExtras(file, row, position);
    }

    /// <summary>Adds what was counted to the draft.</summary>
    public void CountUnknown()
    {
        foreach (var extra in _extras.Where(e => e.Count > 0))
        {
            var key = $"{Owner}.{extra.Column.Name}";
            _draft.UnknownProperties[key] = _draft.UnknownProperties.GetValueOrDefault(key) + extra.Count;
        }
    }

    private void AppendExtras(GraphRecord file, int row, Position position)
    {
        if (_extras.Length == 0)
        {
            return;
        }

        _record.Clear();
        foreach (var extra in _extras)
        {
            var value = file[extra.Field];
            if (value.IsEmpty)
            {
                continue;
            }

            extra.Count++;
            _record.Add(extra.Header, value);
            if (UnknownValues.Refusal(extra.Column, value) is { } refusal)
            {
                _draft.Fault(position, extra.Field, refusal);
            }
        }

        if (_record.Store(_draft.Heap) is { IsNull: false } stored)
        {
            _rows.Extras.Add((row, stored));
        }
    }

    private bool IsDerived(DraftColumn column) =>
        _rows is DraftTable { Table: { } table } && _draft.Derivation?.Provides(table.Label, column.Property.Name) == true;

    private int FieldOf(DraftColumn column, LabelSet? labels, Action<int, string> refuse)
    {
        var property = column.Property;
        var field = _header[property.Name];
        if (field < 0 || (labels is not null && property.OnlyOn is { } only && !only.Any(labels.Labels.Contains)))
        {
            return -1;
        }

        if (_header.Columns[field].Fits(property))
        {
            return field;
        }

        _unread.Add(property.Name);
        refuse(field, $"{property.Name} of {Owner} has another type: write {CsvColumn.HeaderOf(property)}");
        return -1;
    }

    private sealed class Extra(int index, CsvColumn column)
    {
        public int Field => index;

        public CsvColumn Column => column;

        public int Header { get; set; }

        public long Count { get; set; }
    }
}
