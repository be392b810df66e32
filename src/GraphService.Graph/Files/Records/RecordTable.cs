using System.Buffers;
using GraphService.Graph.Files.Csv;

namespace GraphService.Graph.Files.Records;

/// <summary>Takes records with the same columns, field by field.</summary>
public sealed class RecordTable
{
    private readonly Record _record;
    private readonly RecordTaker _taker;
    private readonly List<(int Column, string Message)> _faults = [];

    internal RecordTable(int columns, Func<GraphRecord, RecordTaker> takerOf)
    {
        _record = new Record(columns);
        _taker = takerOf(_record);
    }

    /// <summary>Takes the next field as a file writes it: empty where there is none, the items of a list parted by semicolons.</summary>
    public IBufferWriter<byte> Field => _record.Bytes;

    /// <summary>Ends the field.</summary>
    public void EndField() => _record.EndField();

    /// <summary>Ends the record; it has all fields.</summary>
    public void EndRecord()
    {
        _taker.Read();
        foreach (var (column, message) in _faults)
        {
            _taker.Fault(column, message);
        }

        _taker.Advance();
        Clear();
    }

    /// <summary>Refuses a field of the record that was begun.</summary>
    /// <param name="column">Its place in the header.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public void Refuse(int column, string message) => _faults.Add((column, message));

    internal void Finish() => _taker.Finish();

    private void Clear()
    {
        _faults.Clear();
        _record.Clear();
    }

    private sealed class Record(int columns) : GraphRecord
    {
        private readonly int[] _ends = new int[columns];
        private int _fields;

        public ArrayBufferWriter<byte> Bytes { get; } = new();

        public override bool IsSound => true;

        public override ReadOnlySpan<byte> this[int column] =>
            column >= _fields ? default : Bytes.WrittenSpan[(column == 0 ? 0 : _ends[column - 1]).._ends[column]];

        public void EndField() => _ends[_fields++] = Bytes.WrittenCount;

        public void Clear()
        {
            Bytes.ResetWrittenCount();
            _fields = 0;
        }
    }
}

/// <summary>What is done with the records of a table.</summary>
/// <param name="Read">Takes the one that stands there.</param>
/// <param name="Fault">Refuses a column of it.</param>
/// <param name="Advance">Goes on to the next.</param>
/// <param name="Finish">After the last.</param>
internal sealed record RecordTaker(Action Read, Action<int, string> Fault, Action Advance, Action Finish);
