using System.Buffers;
using System.Runtime.InteropServices;
using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>The values of one property while a graph is being built, by row of its table or relationship type.</summary>
public abstract class DraftColumn : IDisposable
{
    private protected DraftColumn(Property property) => Property = property;

    public Property Property { get; }

    internal abstract void AppendMissing();

    internal abstract bool IsMissing(int row);

    internal abstract bool AreEqual(int row, int other);

    /// <summary>An order of the values of rows, the missing one first; the same whatever order they came in.</summary>
    internal abstract int Compare(int row, int other);

    /// <summary>Writes the value of a row as text, as it is served: numbers by their digits, enums by name, items joined by "; ".</summary>
    internal abstract void Write(int row, IBufferWriter<byte> text);

    internal abstract void AddTo(ref HashCode hash, int row);

    /// <summary>The final column. Text may be added to the heap.</summary>
    internal abstract Column Freeze(RowGroups groups, SectionAllocator allocator);

    /// <inheritdoc/>
    public abstract void Dispose();

    internal static DraftColumn Create(Property property, TextHeap heap) => property.Type switch
    {
        PropertyType.Text or PropertyType.Date => new DraftTexts(property, heap),
        PropertyType.Int => new DraftInts(property),
        PropertyType.Enum => new DraftEnums(property),
        PropertyType.TextList => new DraftTextLists(property, heap),
        PropertyType.IntList => new DraftIntLists(property),
        _ => throw new ArgumentOutOfRangeException(nameof(property)),
    };
}

/// <summary>Where the items of a list stand.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct Run(long Start, int Count);
