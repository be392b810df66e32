using System.Text;

namespace GraphService.Graph.Files.Csv;

/// <summary>Values within messages: in quotes, on one line, not too long.</summary>
internal static class Quoted
{
    private const int MaxShown = 60;

    public static string Text(ReadOnlySpan<byte> value) => Text(Encoding.UTF8.GetString(value[..Math.Min(value.Length, 4 * MaxShown)]));

    public static string Text(string value)
    {
        var text = new StringBuilder("\"");
        var shown = 0;
        foreach (var rune in value.EnumerateRunes())
        {
            if (shown++ == MaxShown)
            {
                text.Append('…');
                break;
            }

            text.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return text.Append('"').ToString();
    }
}
