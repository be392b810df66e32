namespace GraphService.Graph.Text;

/// <summary>What a message shows of a text that somebody else wrote.</summary>
public static class Excerpt
{
    private const int MaxLength = 100;

    /// <summary>The text, cut at 100 characters, never inside one.</summary>
    public static string Of(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..length] + "...";
    }
}
