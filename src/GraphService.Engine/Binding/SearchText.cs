using GraphService.Graph.Query;
using GraphService.Graph.Text;

namespace GraphService.Engine.Binding;

/// <summary>Checks and folds the texts of searches.</summary>
internal static class SearchText
{
    /// <summary>How long the text of a search may be.</summary>
    public const int MaxLength = 4_096;

    /// <param name="text">What is searched.</param>
    /// <param name="path">The argument, and where in it the text is.</param>
    /// <exception cref="QueryFaultException">It is too long, or nothing of it is left.</exception>
    public static string Fold(string text, string path)
    {
        if (text.Length > MaxLength)
        {
            throw new QueryFaultException(QueryFault.Limit("SEARCH_LENGTH", MaxLength, $"{path} is longer than {MaxLength} characters: search for fewer words."));
        }

        var folded = Folding.Fold(text);
        return folded.Length > 0 ? folded : throw new QueryFaultException(QueryFault.BadInput(path, $"{path} has no letter or digit to search for."));
    }
}
