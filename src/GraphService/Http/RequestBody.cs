using System.Buffers;
using System.IO.Pipelines;

namespace GraphService.Http;

/// <summary>A whole request body in one piece of memory: the server's own where it lies in one, else a pooled copy. Valid until it is disposed.</summary>
internal readonly struct RequestBody : IDisposable
{
    private readonly PipeReader _reader;
    private readonly SequencePosition _end;
    private readonly byte[]? _copy;

    private RequestBody(PipeReader reader, ReadOnlySequence<byte> bytes, bool isTooLarge)
    {
        _reader = reader;
        _end = bytes.End;
        IsTooLarge = isTooLarge;
        if (bytes.IsSingleSegment || isTooLarge)
        {
            Memory = bytes.First;
        }
        else
        {
            var length = (int)bytes.Length;
            _copy = ArrayPool<byte>.Shared.Rent(length);
            bytes.CopyTo(_copy);
            Memory = _copy.AsMemory(0, length);
        }
    }

    /// <summary>The body has more bytes than allowed; it was not read to its end.</summary>
    public bool IsTooLarge { get; }

    public ReadOnlyMemory<byte> Memory { get; }

    public static async ValueTask<RequestBody> ReadAsync(PipeReader reader, long maxBytes)
    {
        while (true)
        {
            var read = await reader.ReadAsync();
            var isTooLarge = read.Buffer.Length > maxBytes;
            if (isTooLarge || read.IsCompleted)
            {
                return new RequestBody(reader, read.Buffer, isTooLarge);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public void Dispose()
    {
        _reader.AdvanceTo(_end);
        if (_copy is not null)
        {
            ArrayPool<byte>.Shared.Return(_copy);
        }
    }
}
