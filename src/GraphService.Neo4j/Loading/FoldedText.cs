using System.Buffers;
using GraphService.Graph.Text;

namespace GraphService.Neo4j.Loading;

/// <summary>Writes folded texts as the statements test them: a space before each word; of several, a bar before each and one at the end.</summary>
internal sealed class FoldedText
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly ArrayBufferWriter<byte> _folded = new();

    public ReadOnlySpan<byte> Written => _text.WrittenSpan;

    public void Clear() => _text.ResetWrittenCount();

    public void Bar() => _text.Write("|"u8);

    /// <summary>Appends a folded text. Its words are parted by single spaces, so one more before the first does for all.</summary>
    public void Append(ReadOnlySpan<byte> folded)
    {
        if (!folded.IsEmpty)
        {
            _text.Write(" "u8);
            _text.Write(folded);
        }
    }

    /// <summary>Folds a text and appends it.</summary>
    public void Fold(ReadOnlySpan<byte> text)
    {
        _folded.ResetWrittenCount();
        Folding.Fold(text, _folded);
        Append(_folded.WrittenSpan);
    }
}
