using System.Buffers;
using System.Text;
using CsvHelper;
using GraphService.Graph.Files.Export;

namespace GraphService.Graph.Files.Csv;

/// <summary>Writes records of one file, field by field: RFC 4180, UTF-8, each line ended by a line feed.</summary>
internal sealed class CsvRecord(string path, string name) : IDisposable
{
    private readonly CsvWriter _writer = CsvWriter.ToFile(path, new CsvWriterOptions { NewLine = "\n", BufferSize = 1 << 18 }, FileOptions.SequentialScan);
    private long _bytes;
    private string? _key;

    /// <summary>Takes the next field, which <see cref="EndField"/> ends.</summary>
    public ArrayBufferWriter<byte> Field { get; } = new();

    /// <summary>Writes a field.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        _key ??= Quoted.Text(value);
        _bytes += value.Length + value.Count((byte)'"') + 3;
        _writer.WriteField(value);
    }

    /// <summary>Writes a field.</summary>
    public void Add(string value) => Add(Encoding.UTF8.GetBytes(value));

    /// <summary>Writes what <see cref="Field"/> took.</summary>
    public void EndField()
    {
        Add(Field.WrittenSpan);
        Field.ResetWrittenCount();
    }

    /// <summary>Ends the record.</summary>
    /// <exception cref="ExportException">It is so long that it could not be loaded.</exception>
    public void End()
    {
        if (_bytes > CsvGraphFile.MaxRecordBytes)
        {
            throw new ExportException($"The record of {_key} in {name} would have {_bytes:N0} bytes, and no more than {CsvGraphFile.MaxRecordBytes:N0} can be loaded again: shorten its texts.");
        }

        _writer.EndRecord();
        (_bytes, _key) = (0, null);
    }

    public void Dispose() => _writer.Dispose();
}
