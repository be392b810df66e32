namespace GraphService.Graph.Query;

/// <summary>
/// Where a store pushes an answer: keys and punctuation as ready bytes, values typed. Implemented by a struct, so that the
/// executors are compiled for it and nothing is dispatched or allocated per value.
/// </summary>
public interface IResultSink
{
    /// <summary>What <see cref="Truncate"/> goes back to.</summary>
    long Position { get; }

    /// <summary>Forgets what was pushed after a position: a null that propagates.</summary>
    void Truncate(long position);

    /// <summary>Ready bytes: keys, punctuation, constants.</summary>
    void Raw(ReadOnlySpan<byte> bytes);

    void Null();

    void Bool(bool value);

    void Int(long value);

    void Double(double value);

    /// <param name="utf8">The text.</param>
    /// <param name="isClean">Nothing in it needs escaping.</param>
    void Text(ReadOnlySpan<byte> utf8, bool isClean);

    /// <summary>A fault at an output; <paramref name="indices"/> fill the list places of its path.</summary>
    void Fault(Output output, ReadOnlySpan<int> indices, QueryFault fault);
}
