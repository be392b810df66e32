using System.Buffers;
using System.Text;
using GraphService.Graph.Text;

namespace GraphService.Graph.Query;

/// <summary>What a search is for: a text, folded, and the kinds of nodes that are looked among.</summary>
public sealed class SearchTerms
{
    /// <summary>The scores of a name: it is the text, it begins with the text, every word of the text begins a word of it.</summary>
    public const int Whole = 3, Beginning = 2, ByWords = 1;

    private readonly byte[] _text;
    private readonly byte[][] _words;

    /// <param name="folded">The text, folded; not empty.</param>
    /// <param name="kinds">A bit for each kind that is wanted.</param>
    public SearchTerms(string folded, ulong kinds)
    {
        _text = Encoding.UTF8.GetBytes(" " + folded);
        _words = [.. NeededWords(folded).Select(Encoding.UTF8.GetBytes)];
        Kinds = kinds;
    }

    /// <summary>A bit for each kind that is wanted.</summary>
    public ulong Kinds { get; }

    /// <summary>The folded text, UTF-8, with a space before it as before every word.</summary>
    public ReadOnlyMemory<byte> Text => _text;

    /// <summary>The words, each with the space before it that begins a word, the longest first. Those that begin another are left out: they ask for nothing more.</summary>
    public IReadOnlyList<byte[]> Words => _words;

    /// <summary>The score of a folded name that has a space before every word; 0 when it does not match.</summary>
    public int ScoreOf(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith(_text))
        {
            return name.Length == _text.Length ? Whole : Beginning;
        }

        foreach (var word in _words)
        {
            if (name.IndexOf(word) < 0)
            {
                return 0;
            }
        }

        return ByWords;
    }

    /// <summary>The score of a name as it is spelled.</summary>
    /// <param name="name">UTF-8.</param>
    /// <param name="room">Is overwritten.</param>
    public int ScoreOf(ReadOnlySpan<byte> name, ArrayBufferWriter<byte> room)
    {
        room.ResetWrittenCount();
        room.Write(" "u8);
        Folding.Fold(name, room);
        return room.WrittenCount == 1 ? 0 : ScoreOf(room.WrittenSpan);
    }

    private static IEnumerable<string> NeededWords(string folded)
    {
        var words = folded.Split(' ').Select(w => " " + w).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        // A word that begins others stands right before one of them.
        return words.Where((w, i) => i + 1 == words.Count || !words[i + 1].StartsWith(w, StringComparison.Ordinal)).OrderByDescending(w => w.Length);
    }
}
