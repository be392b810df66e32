namespace GraphService.Graph.Store;

/// <summary>
/// All names of all nodes, folded, in one text that can be looked through: for each node, by number, a bar before each name, a space before each word, and
/// a line feed at the end: <c>| l ascension| l ascension le film</c>. The name or title comes first, then the aliases.
/// </summary>
public sealed class NameText(Section<byte> text, Section<long> chunks)
{
    /// <summary>Nodes of a chunk, which is looked through at a time.</summary>
    public const int ChunkNodes = 16 * 1024;

    public const byte Bar = (byte)'|';

    public const byte End = (byte)'\n';

    /// <summary>How many chunks there are.</summary>
    public int Chunks => (int)chunks.Length - 1;

    /// <summary>The names of the nodes of a chunk.</summary>
    public ReadOnlySpan<byte> this[int chunk] => text.Slice(chunks[chunk], checked((int)(chunks[chunk + 1] - chunks[chunk])));
}
