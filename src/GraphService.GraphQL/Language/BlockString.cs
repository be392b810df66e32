using System.Text;

namespace GraphService.GraphQL.Language;

// Spec, Block Strings
internal static class BlockString
{
    // Longer single lines read better between the quotes' own lines.
    private const int LongestInline = 70;

    /// <summary>The semantic value of the characters between the triple quotes.</summary>
    public static string Value(ReadOnlySpan<char> content)
    {
        var raw = content.ToString().Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal);
        return Dedent(SplitLines(raw));
    }

    // Spec: BlockStringValue(rawValue)
    private static string Dedent(string[] lines)
    {
        var commonIndent = int.MaxValue;
        int? firstLine = null;
        var lastLine = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = LeadingWhiteSpace(lines[i]);
            if (indent == lines[i].Length)
            {
                continue;
            }

            firstLine ??= i;
            lastLine = i;

            // The first line follows the opening quotes: its indentation says nothing about the others'.
            if (i > 0)
            {
                commonIndent = Math.Min(commonIndent, indent);
            }
        }

        var value = new StringBuilder();
        for (var i = firstLine ?? 0; i <= lastLine; i++)
        {
            if (i > firstLine)
            {
                value.Append('\n');
            }

            value.Append(i == 0 ? lines[i] : lines[i].AsSpan(Math.Min(commonIndent, lines[i].Length)));
        }

        return value.ToString();
    }

    /// <summary>
    /// The value in triple quotes, or null when no block string means it, or none that could be read: values that start
    /// or end with blank lines, whose lines are all indented, or that hold control characters.
    /// </summary>
    public static string? Print(string value)
    {
        if (value.Any(c => char.IsControl(c) && c is not '\n' and not '\t'))
        {
            return null;
        }

        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var isSingleLine = !escaped.Contains('\n', StringComparison.Ordinal);

        // A quote or backslash at the end would join the closing quotes; an escaped triple quote there only looks odd.
        var ownLines = !isSingleLine || value.Length > LongestInline || value.EndsWith('"') || value.EndsWith('\\');

        // Leading white space survives on the first line only, where it does not count as indentation.
        var startsWithWhiteSpace = LeadingWhiteSpace(value) > 0;
        var content = (ownLines && !(isSingleLine && startsWithWhiteSpace) ? "\n" : "") + escaped + (ownLines ? "\n" : "");
        return Value(content) == value ? $"\"\"\"{content}\"\"\"" : null;
    }

    // LineTerminator :: LF | CR LF | CR
    private static string[] SplitLines(string text) => text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    private static int LeadingWhiteSpace(string line)
    {
        var length = line.AsSpan().IndexOfAnyExcept(' ', '\t');
        return length < 0 ? line.Length : length;
    }
}
