namespace GraphService.GraphQL.Language;

/// <summary>What the lexer and the parser refuse, in the words that GraphQL's reference implementation uses.</summary>
internal static class SyntaxErrors
{
    public static GraphQLException At(SourceText source, int offset, string message) =>
        new(new GraphQLError("Syntax Error: " + message, ErrorCodes.ParseFailed) { Locations = [source.LocationOf(offset)] });

    // Spec, Source Text
    public static GraphQLException UnexpectedCharacter(SourceText source, int offset)
    {
        var body = source.Body;
        if (body[offset] == '\'')
        {
            return At(source, offset, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        }

        var isScalarValue = !char.IsSurrogate(body[offset]) || char.IsSurrogatePair(body, offset);
        return At(source, offset, $"{(isScalarValue ? "Unexpected" : "Invalid")} character: {CharacterAt(source, offset)}.");
    }

    // Spec, Int Value and Float Value
    public static GraphQLException DigitAfterZero(SourceText source, int offset) =>
        At(source, offset, $"Invalid number, unexpected digit after 0: {CharacterAt(source, offset)}.");

    public static GraphQLException ExpectedDigit(SourceText source, int offset) =>
        At(source, offset, $"Invalid number, expected digit but got: {CharacterAt(source, offset)}.");

    public static GraphQLException ExpectedDigitBeforePoint(SourceText source, int offset, ReadOnlySpan<char> digits) =>
        At(source, offset, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");

    public static GraphQLException TwoDots(SourceText source, int offset) =>
        At(source, offset, "Unexpected \"..\", did you mean \"...\"?");

    // Spec, String Value
    public static GraphQLException UnterminatedString(SourceText source, int offset) =>
        At(source, offset, "Unterminated string.");

    public static GraphQLException InvalidCharacterInString(SourceText source, int offset) =>
        At(source, offset, $"Invalid character within String: {CharacterAt(source, offset)}.");

    public static GraphQLException InvalidEscape(SourceText source, int offset) =>
        At(source, offset, $"Invalid character escape sequence: \"{Excerpt(source, offset, 2)}\".");

    public static GraphQLException InvalidUnicodeEscape(SourceText source, int offset, int length) =>
        At(source, offset, $"Invalid Unicode escape sequence: \"{Excerpt(source, offset, length)}\".");

    // Limits: not of the specification, but a document that exceeds them is refused like one that does not parse.
    public static GraphQLException TooManyTokens(SourceText source, int offset, int limit) =>
        Limit(source, offset, "TOKENS", limit, $"The document has more than {limit} tokens. Send a smaller document; values belong in variables.");

    public static GraphQLException TooDeep(SourceText source, int offset, int limit) =>
        Limit(source, offset, "DEPTH", limit, $"The document is nested more than {limit} levels deep. Ask for fewer levels of selections, lists and objects.");

    public static GraphQLException TooManyDirectives(SourceText source, int offset, int limit) =>
        Limit(source, offset, "DIRECTIVES", limit, $"There are more than {limit} directives in one place. Remove some.");

    public static GraphQLException TooManyFields(SourceText source, int offset, int limit) =>
        Limit(source, offset, "FIELDS", limit, $"The document has more than {limit} selections. Ask for fewer fields, or split the request.");

    private static GraphQLException Limit(SourceText source, int offset, string name, int limit, string message) =>
        new(GraphQLErrors.Limit(name, limit, message) with { Locations = [source.LocationOf(offset)] });

    /// <summary>A printable ASCII character in quotes, anything else as U+XXXX, the end as &lt;EOF&gt;.</summary>
    private static string CharacterAt(SourceText source, int offset)
    {
        var body = source.Body;
        if (offset >= body.Length)
        {
            return TokenKind.EndOfFile.Describe();
        }

        var codePoint = char.IsSurrogatePair(body, offset) ? char.ConvertToUtf32(body, offset) : body[offset];
        return codePoint switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)codePoint}\"",
            _ => $"U+{codePoint:X4}",
        };
    }

    private static ReadOnlySpan<char> Excerpt(SourceText source, int offset, int length) => Cut(source.Body.AsSpan(offset), length);

    /// <summary>At most so many characters, without half of a surrogate pair at the end.</summary>
    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
