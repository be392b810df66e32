using System.Buffers;
using System.Globalization;
using System.Text;
using GraphService.Graph.Files.Records;

namespace GraphService.Neo4j.Loading;

/// <summary>Takes the rows of a slot as records. Each goes to the table that has just the unknown properties which it has.</summary>
/// <param name="columns">What a row has before its unknown properties.</param>
/// <param name="tableOf">Begins a table with a header.</param>
/// <param name="reserved">Names that the store gives another one.</param>
/// <param name="labels">How labels are written.</param>
/// <param name="ended">A row is in.</param>
internal sealed class SlotRows(IReadOnlyList<RecordColumn> columns, Func<IReadOnlyList<string>, RecordTable> tableOf, HashSet<string> reserved, LabelText labels, Action ended) : IRowSink
{
    /// <summary>By column: the name of a property; empty for what is none.</summary>
    private readonly string[] _names = [.. columns.Select(c => c.Header == "id:ID" ? "" : c.Header[..c.Header.LastIndexOf(':')])];

    private readonly ArrayBufferWriter<byte> _fields = new();
    private readonly int[] _ends = new int[columns.Count];
    private readonly List<int> _refused = [];
    private readonly List<string> _labels = [];
    private readonly List<UnknownValue> _unknown = [];
    private readonly Dictionary<string, (RecordTable Table, int[] Columns)> _tables = [];
    private bool _hasRows;
    private int _column;
    private int _depth;
    private int _item;

    public void Restart()
    {
        if (_hasRows)
        {
            throw new CypherException(CypherFailure.Unavailable, "The connection was lost while the graph was read: try again.");
        }
    }

    public void BeginRow(int columns)
    {
        (_hasRows, _column, _depth, _item) = (true, 0, 0, 0);
        _fields.ResetWrittenCount();
        _refused.Clear();
        _labels.Clear();
        _unknown.Clear();
    }

    public void EndRow()
    {
        var extras = Extras();
        var (table, places) = TableOf(extras);
        for (var i = 0; i < places.Length; i++)
        {
            table.Field.Write(Field(places[i]));
            table.EndField();
            if (_refused.Contains(places[i]))
            {
                table.Refuse(i, "an item holds a semicolon, which parts items: replace it");
            }
        }

        for (var i = 0; i < extras.Count; i++)
        {
            var value = extras.Values[i];
            table.Field.Write(Encoding.UTF8.GetBytes(value.Text));
            table.EndField();
            if (value.Refusal is { } refusal)
            {
                table.Refuse(places.Length + i, refusal);
            }
        }

        table.EndRecord();
        ended();
    }

    public void Null()
    {
        if (IsUnknown)
        {
            _unknown[^1].Null();
            return;
        }

        End();
    }

    public void Bool(bool value)
    {
        if (IsUnknown)
        {
            _unknown[^1].Add(value);
            return;
        }

        Value(value ? "true"u8 : "false"u8);
    }

    public void Int(long value)
    {
        if (IsUnknown)
        {
            _unknown[^1].Add(value);
            return;
        }

        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        Value(digits[..length]);
    }

    public void Double(double value)
    {
        if (IsUnknown)
        {
            _unknown[^1].Add(value);
            return;
        }

        Value(Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture)));
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        if (!IsUnknown)
        {
            Value(utf8);
        }
        else if (_item++ == 0)
        {
            _unknown.Add(new UnknownValue(Encoding.UTF8.GetString(utf8)));
        }
        else
        {
            _unknown[^1].Add(utf8);
        }
    }

    public void BeginList(int count)
    {
        _depth++;
        if (IsUnknown && _depth == 3)
        {
            _unknown[^1].IsList = true;
        }
        else
        {
            _item = 0;
        }
    }

    public void EndList()
    {
        _depth--;
        if (IsUnknown)
        {
            return;
        }

        if (columns[_column].Holds == RecordValue.Labels)
        {
            _fields.Write(labels.Of(_labels));
        }

        End();
    }

    private bool IsUnknown => _column == columns.Count;

    private void Value(ReadOnlySpan<byte> value)
    {
        if (columns[_column].Holds == RecordValue.Labels)
        {
            _labels.Add(Encoding.UTF8.GetString(value));
            return;
        }

        if (_depth > 0 && _item++ > 0)
        {
            _fields.Write(";"u8);
        }

        if (_depth > 0 && value.Contains((byte)';'))
        {
            _refused.Add(_column);
        }

        _fields.Write(value);
        if (_depth == 0)
        {
            End();
        }
    }

    private void End() => _ends[_column++] = _fields.WrittenCount;

    private ReadOnlySpan<byte> Field(int column) => _fields.WrittenSpan[(column == 0 ? 0 : _ends[column - 1]).._ends[column]];

    /// <summary>What is there of unknown properties, by the name that a file gives them.</summary>
    private SortedList<string, UnknownValue> Extras()
    {
        var extras = new SortedList<string, UnknownValue>(_unknown.Count, StringComparer.Ordinal);
        foreach (var value in _unknown.Where(v => v.Text.Length > 0 || v.Refusal is not null))
        {
            var name = ReservedNames.Original(value.Name, reserved);

            // Somebody else may have given it both names.
            var isTaken = name is StoredNames.Sources or StoredNames.Locators
                || _unknown.Exists(v => v.Name == name) || (Array.IndexOf(_names, name) is >= 0 and var column && !Field(column).IsEmpty);
            extras.Add(name == value.Name || !isTaken ? name : value.Name, value);
        }

        return extras;
    }

    private (RecordTable Table, int[] Columns) TableOf(SortedList<string, UnknownValue> extras)
    {
        var headers = extras.Select(e => $"{e.Key}:{e.Value.Type}").ToArray();
        var key = string.Concat(headers.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Length}:{h}")));
        if (!_tables.TryGetValue(key, out var found))
        {
            // A header names a property once: one that this row has not gives way.
            int[] places = [.. Enumerable.Range(0, _names.Length).Where(i => !extras.ContainsKey(_names[i]))];
            found = (tableOf([.. places.Select(i => columns[i].Header), .. headers]), places);
            _tables.Add(key, found);
        }

        return found;
    }
}
