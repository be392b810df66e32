using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace GraphService.Neo4j.Cypher;

/// <summary>Writes shapes into room that is not allocated for them.</summary>
internal ref struct ShapeWriter(Span<byte> room)
{
    private static readonly ConditionalWeakTable<object, object> s_numbers = [];
    private static int s_lastNumber;

    private Span<byte> _bytes = room;
    private byte[]? _rented;
    private int _length;

    public void Add(byte value)
    {
        Reserve(1);
        _bytes[_length++] = value;
    }

    public void Add(bool value) => Add(value ? (byte)1 : (byte)0);

    public void Add(int value)
    {
        Reserve(sizeof(int));
        BinaryPrimitives.WriteInt32LittleEndian(_bytes[_length..], value);
        _length += sizeof(int);
    }

    /// <summary>Tells an object of the model from all others.</summary>
    public void AddReference(object? part) => Add(part is null ? 0 : (int)s_numbers.GetValue(part, static _ => Interlocked.Increment(ref s_lastNumber)));

    /// <summary>The shape; nothing is written after it.</summary>
    public StatementShape ToShape()
    {
        var shape = new StatementShape(_bytes[.._length].ToArray());
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }

        return shape;
    }

    private void Reserve(int count)
    {
        if (_length + count > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(2 * (_length + count));
            _bytes[.._length].CopyTo(larger);
            if (_rented is not null)
            {
                ArrayPool<byte>.Shared.Return(_rented);
            }

            _bytes = _rented = larger;
        }
    }
}
