using System.Buffers;
using System.Globalization;
using System.Text;
using GraphService.Graph.Files.Records;

namespace GraphService.Neo4j.Loading;

/// <summary>Takes rows of the database as records; the first column is the database's number of a node or relationship.</summary>
internal sealed class RecordRows(RecordTable table, IReadOnlyList<RecordColumn> columns, List<long> ids, HashSet<int>? unfit, Action progress) : IRowSink
{
    private const int ProgressEvery = 100_000;
    private static readonly byte[][] SlotLabels = [.. Tidying.SlotLabels.Select(Encoding.UTF8.GetBytes)];
    private readonly int _first = ids.Count;
    private int _column;
    private int _item;
    private bool _isList;
    private bool _hasSources;

    public void Restart()
    {
        if (ids.Count > _first)
        {
            throw new ImportException("The connection was lost while the graph was read. Run the import again.");
        }
    }

    public void BeginRow(int count)
    {
        _column = -1;
        _hasSources = false;
    }

    public void EndRow()
    {
        table.EndRecord();
        if (ids.Count % ProgressEvery == 0)
        {
            progress();
        }
    }

    public void Null()
    {
        // Locators stand beside sources, each in its place.
        if (Holds == RecordValue.Locators && _hasSources)
        {
            Unfit();
        }

        End();
    }

    public void Bool(bool value)
    {
        if (Holds == RecordValue.IsDerived)
        {
            if (value)
            {
                Unfit();
            }

            _column++;
            return;
        }

        Unfit();
        Value(value ? "true"u8 : "false"u8);
    }

    public void Int(long value)
    {
        if (_column < 0)
        {
            ids.Add(value);
            _column = 0;
            return;
        }

        if (Holds is not (RecordValue.Int or RecordValue.Ints))
        {
            Unfit();
        }

        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        Value(digits[..length]);
    }

    public void Double(double value)
    {
        Unfit();
        Value(Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture)));
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        if (Holds is RecordValue.Int or RecordValue.Ints || (Holds == RecordValue.Others && utf8.EndsWith("="u8)) || (utf8.IsEmpty && Holds != RecordValue.Locators))
        {
            Unfit();
        }

        Value(utf8);
    }

    public void BeginList(int count)
    {
        _isList = true;
        _item = 0;
        if (count == 0 && Holds is not (RecordValue.Labels or RecordValue.Others))
        {
            Unfit();
        }

        if (Holds is RecordValue.Text or RecordValue.Int)
        {
            table.Refuse(_column, "it is a list: store one value");
        }
    }

    public void EndList()
    {
        _isList = false;
        End();
    }

    private RecordValue Holds => columns[_column].Holds;

    private void Value(ReadOnlySpan<byte> value)
    {
        if (!_isList)
        {
            if (Holds is RecordValue.Texts or RecordValue.Ints or RecordValue.Locators)
            {
                // A list of one, as a header without brackets leaves it; or of several, which it did not part.
                Unfit();
            }

            table.Field.Write(value);
            End();
            return;
        }

        if (Holds == RecordValue.Labels && IsSlotLabel(value))
        {
            return;
        }

        if (_item++ > 0)
        {
            table.Field.Write(";"u8);
        }

        if (value.Contains((byte)';') && Holds != RecordValue.Others)
        {
            table.Refuse(_column, "an item holds a semicolon, which parts items: replace it");
        }

        table.Field.Write(value);
    }

    private void End()
    {
        _hasSources |= columns[_column].Expression.EndsWith("." + StoredNames.Sources, StringComparison.Ordinal) && _item > 0;
        _item = 0;
        table.EndField();
        _column++;
    }

    private static bool IsSlotLabel(ReadOnlySpan<byte> label)
    {
        foreach (var slotLabel in SlotLabels)
        {
            if (label.SequenceEqual(slotLabel))
            {
                return true;
            }
        }

        return false;
    }

    private void Unfit() => unfit?.Add(ids.Count - 1);
}
