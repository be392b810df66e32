using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GraphService.Graph.Store;

/// <summary>A run of unmanaged values outside the managed heap. The snapshot that it belongs to keeps it alive.</summary>
public readonly unsafe struct Section<T>
    where T : unmanaged
{
    private readonly T* _values;

    internal Section(T* values, long length)
    {
        _values = values;
        Length = length;
    }

    public long Length { get; }

    /// <summary>The value at a place; not bounds-checked in release builds.</summary>
    public T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            System.Diagnostics.Debug.Assert((ulong)index < (ulong)Length);
            return _values[index];
        }
    }

    /// <summary>A span over part of the section.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> Slice(long start, int length)
    {
        System.Diagnostics.Debug.Assert(start >= 0 && start + length <= Length);
        return new ReadOnlySpan<T>(_values + start, length);
    }

    /// <summary>The whole section; it must hold fewer than 2^31 values.</summary>
    public ReadOnlySpan<T> Span => Slice(0, checked((int)Length));
}

/// <summary>Allocates the sections of one snapshot and frees them together.</summary>
internal sealed unsafe class SectionAllocator : IDisposable
{
    private readonly List<(nint Pointer, long Bytes)> _blocks = [];

    /// <summary>Bytes allocated.</summary>
    public long Bytes { get; private set; }

    /// <summary>Zeroed room for values that the caller fills through <paramref name="writable"/>.</summary>
    public Section<T> Allocate<T>(long length, out T* writable)
        where T : unmanaged
    {
        var bytes = Math.Max(1, checked(length * sizeof(T)));
        writable = (T*)NativeMemory.AllocZeroed((nuint)bytes);
        return Adopt(writable, length);
    }

    /// <summary>Takes over memory that was allocated with <see cref="NativeMemory"/>.</summary>
    public Section<T> Adopt<T>(T* values, long length)
        where T : unmanaged
    {
        var bytes = Math.Max(1, length * sizeof(T));
        GC.AddMemoryPressure(bytes);
        _blocks.Add(((nint)values, bytes));
        Bytes += bytes;
        return new Section<T>(values, length);
    }

    /// <summary>A section with a copy of values.</summary>
    public Section<T> Copy<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var section = Allocate<T>(values.Length, out var writable);
        values.CopyTo(new Span<T>(writable, values.Length));
        return section;
    }

    public void Dispose()
    {
        foreach (var (pointer, bytes) in _blocks)
        {
            NativeMemory.Free((void*)pointer);
            GC.RemoveMemoryPressure(bytes);
        }

        _blocks.Clear();
    }
}
