namespace GraphService.GraphQL.Language;

/// <summary>A line and a column, both from 1, as the specification's errors carry them.</summary>
public readonly record struct SourceLocation(int Line, int Column);

/// <summary>The text of a document. Lines end at LF, CR or CRLF.</summary>
public sealed class SourceText(string body, string? name = null)
{
    public string Body { get; } = body;

    /// <summary>A file name for messages about schema files; null for requests.</summary>
    public string? Name { get; } = name;

    /// <summary>Counts lines up to <paramref name="offset"/>: linear, used for errors only.</summary>
    public SourceLocation LocationOf(int offset)
    {
        int line = 1, lineStart = 0;
        for (var i = 0; i < offset && i < Body.Length; i++)
        {
            if (Body[i] == '\n' || (Body[i] == '\r' && (i + 1 >= Body.Length || Body[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new SourceLocation(line, offset - lineStart + 1);
    }
}
