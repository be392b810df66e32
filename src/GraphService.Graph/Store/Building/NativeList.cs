using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GraphService.Graph.Store.Building;

/// <summary>A growing list of unmanaged values outside the managed heap, which can become a section without being copied.</summary>
internal sealed unsafe class NativeList<T> : IDisposable
    where T : unmanaged
{
    private T* _values;
    private long _capacity;

    ~NativeList() => NativeMemory.Free(_values);

    public long Count { get; private set; }

    public ref T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            System.Diagnostics.Debug.Assert((ulong)index < (ulong)Count);
            return ref _values[index];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T value)
    {
        if (Count == _capacity)
        {
            Grow(Count + 1);
        }

        _values[Count++] = value;
    }

    /// <summary>Adds values, which may be part of this list.</summary>
    public void AddRange(ReadOnlySpan<T> values)
    {
        var offset = Unsafe.ByteOffset(ref *_values, ref MemoryMarshal.GetReference(values)) / sizeof(T);
        Grow(Count + values.Length);
        if (offset >= 0 && offset < Count)
        {
            values = Slice(offset, values.Length);
        }

        values.CopyTo(new Span<T>(_values + Count, values.Length));
        Count += values.Length;
    }

    public Span<T> Slice(long start, int length)
    {
        System.Diagnostics.Debug.Assert(start >= 0 && start + length <= Count);
        return new Span<T>(_values + start, length);
    }

    /// <summary>Hands the memory to the allocator of a snapshot; the list is empty afterwards.</summary>
    public Section<T> MoveTo(SectionAllocator allocator)
    {
        var length = Count;
        var values = (T*)NativeMemory.Realloc(_values, Bytes(Math.Max(1, length)));
        Forget();
        return allocator.Adopt(values, length);
    }

    public void Dispose()
    {
        NativeMemory.Free(_values);
        Forget();
        GC.SuppressFinalize(this);
    }

    private void Forget()
    {
        _values = null;
        _capacity = 0;
        Count = 0;
    }

    private void Grow(long needed)
    {
        if (needed > _capacity)
        {
            var capacity = Math.Max(needed, _capacity + (_capacity / 2) + 16);
            _values = (T*)NativeMemory.Realloc(_values, Bytes(capacity));
            _capacity = capacity;
        }
    }

    private static nuint Bytes(long length) => checked((nuint)(length * sizeof(T)));
}
