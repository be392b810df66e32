using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace GraphService.Graph.Files.Csv;

/// <summary>
/// Reads the records of one file: RFC 4180, strict UTF-8, as many fields as the header has. What is wrong with a record as such is
/// reported here.
/// </summary>
internal sealed class CsvGraphFile : GraphRecord, IDisposable
{
    public const int MaxRecordBytes = 16 << 20;
    private const string WrongEncoding = "the text is not UTF-8: save the file in that encoding";
    private readonly FaultList _faults;
    private readonly CsvReader? _reader;
    private readonly FileStream? _stream;
    private CsvMalformedRecord? _malformed;
    private bool _isSound;

    public CsvGraphFile(string path, string name, FaultList faults)
    {
        Name = name;
        _faults = faults;
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            if (stream.CanSeek)
            {
                (_stream, Length) = (stream, stream.Length);
            }

            if (HasForeignMark(stream))
            {
                stream.Dispose();
                _faults.Add(new Fault(name, 1, 0, null, WrongEncoding));
                return;
            }

            _reader = CsvReader.Create(stream, new CsvReaderOptions
            {
                Separator = ',',
                HasHeader = false,
                TrackLineNumbers = true,
                Encoding = Encoding.UTF8,
                MaxRecordSize = MaxRecordBytes,
                BufferSize = 1 << 18,
                OnMalformedRecord = record => _malformed = record,
            });
            ReadHeader();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Unreadable(e);
        }
    }

    public string Name { get; }

    /// <summary>How many bytes it has; 0 for what is no plain file.</summary>
    public long Length { get; }

    /// <summary>How many of them are read.</summary>
    public long Position => _stream?.Position ?? 0;

    /// <summary>Null when the file cannot be used.</summary>
    public CsvHeader? Header { get; private set; }

    /// <summary>For a file that cannot be used: false when it certainly holds no nodes.</summary>
    public bool MayHoldNodes { get; private set; } = true;

    /// <summary>The line where the record begins.</summary>
    public int Line => (int)Math.Min(int.MaxValue, _reader!.LineNumber);

    public override bool IsSound => _isSound;

    /// <summary>True when reading stopped before the end, or a quote that is not closed swallowed the rest.</summary>
    public bool IsTruncated { get; private set; }

    public override ReadOnlySpan<byte> this[int column] => _reader!.GetSpan(column);

    /// <summary>Reads the next record.</summary>
    public bool Read()
    {
        if (!TryRead())
        {
            return false;
        }

        if (IsSound && _reader!.FieldCount != Header!.Columns.Count)
        {
            RefuseFieldCount(_reader.FieldCount, Header.Columns.Count);
        }

        return true;
    }

    public void Dispose() => _reader?.Dispose();

    /// <summary>True for the byte order marks of UTF-16 and UTF-32, which the reader would follow.</summary>
    private static bool HasForeignMark(FileStream stream)
    {
        if (!stream.CanSeek)
        {
            return false;
        }

        Span<byte> start = stackalloc byte[4];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        return start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            || start.SequenceEqual((ReadOnlySpan<byte>)[0x00, 0x00, 0xFE, 0xFF]);
    }

    private void ReadHeader()
    {
        if (!TryRead())
        {
            if (!IsTruncated)
            {
                MayHoldNodes = false;
                _faults.Add(new Fault(Name, 0, 0, null, "the file is empty: it needs a header line"));
            }

            return;
        }

        var cells = new string[_reader!.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Encoding.UTF8.GetString(_reader.GetSpan(i));
        }

        MayHoldNodes = !cells.Any(c => c.Contains(":START_ID", StringComparison.Ordinal) || c.Contains(":END_ID", StringComparison.Ordinal));
        if (IsSound)
        {
            Header = CsvHeader.Parse(cells, (column, message) =>
                _faults.Add(new Fault(Name, Line, column + 1, column < 0 ? null : cells[column], message)));
        }
    }

    private bool TryRead()
    {
        _malformed = null;
        _isSound = true;
        try
        {
            if (!_reader!.Read())
            {
                return false;
            }
        }
        catch (CsvFormatException e)
        {
            IsTruncated = true;
            _faults.Add(new Fault(Name, e.LineNumber, 0, null,
                $"the record is longer than {MaxRecordBytes >> 20} MiB, the rest of the file was not read: is a quote not closed?"));
            return false;
        }
        catch (IOException e)
        {
            Unreadable(e);
            return false;
        }

        if (_malformed is { } malformed)
        {
            RefuseQuotes(malformed);
        }

        if (!Utf8.IsValid(_reader.RawRecord))
        {
            RefuseEncoding();
        }

        return true;
    }

    private void Unreadable(Exception exception)
    {
        IsTruncated = true;
        _faults.Add(new Fault(Name, 0, 0, null, $"the file cannot be read: {exception.Message}"));
    }

    private void RefuseQuotes(CsvMalformedRecord malformed)
    {
        IsTruncated |= malformed.Reason == CsvMalformedReason.UnterminatedQuote;
        var rest = malformed.ByteOffset - _reader!.ByteOffset;
        var column = 0;
        while (column < _reader.FieldCount - 1 && rest > _reader.GetRawSpan(column).Length)
        {
            rest -= _reader.GetRawSpan(column).Length + 1;
            column++;
        }

        Refuse(column, malformed.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "a quote is not closed: the rest of the file belongs to this field",
            CsvMalformedReason.TextAfterClosingQuote => "text follows the closing quote: write quotes within a quoted field twice",
            _ => "a quote stands within a field that does not begin with one: put the field in quotes and write the quote twice",
        });
    }

    private void RefuseEncoding()
    {
        for (var column = 0; column < _reader!.FieldCount; column++)
        {
            if (!Utf8.IsValid(_reader.GetRawSpan(column)))
            {
                Refuse(column, WrongEncoding);
            }
        }
    }

    private void RefuseFieldCount(int fields, int columns)
    {
        var counts = $"the record has {fields} {(fields == 1 ? "field" : "fields")}, the header {columns}";
        Refuse(Math.Min(fields, columns), fields < columns
            ? $"{counts}: leave fields empty, but keep their commas"
            : $"{counts}: put text with commas in quotes");
    }

    private void Refuse(int column, string message)
    {
        _isSound = false;
        var header = Header is { } known && column < known.Columns.Count ? known.Columns[column].Header : null;
        _faults.Add(new Fault(Name, Line, column + 1, header, message));
    }
}
