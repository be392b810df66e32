using System.Buffers;

namespace GraphService.GraphQL.Language;

// Spec, String Value. Strings are checked here and resolved by StringEscapes and BlockString when their value is wanted.
public ref partial struct Lexer
{
    private static readonly SearchValues<char> s_stringStops = SearchValues.Create("\"\\\n\r");

    private Token ReadAnyString(int start) =>
        At(start + 1) == '"' && At(start + 2) == '"' ? ReadBlockString(start) : ReadString(start);

    // StringValue :: `""` [lookahead != `"`] | `"` StringCharacter+ `"`
    private Token ReadString(int start)
    {
        var position = start + 1;
        while (true)
        {
            var length = _text[position..].IndexOfAny(s_stringStops);
            var end = length < 0 ? _text.Length : position + length;
            CheckStringCharacters(position, end);
            switch (At(end))
            {
                case '"':
                    return Take(TokenKind.String, start, end + 1);
                case '\\':
                    position = end + EscapeLength(end);
                    break;
                default:
                    throw SyntaxErrors.UnterminatedString(_source, end);
            }
        }
    }

    // BlockString :: `"""` BlockStringCharacter* `"""`
    // BlockStringCharacter :: SourceCharacter but not `"""` or `\"""` | `\"""`
    private Token ReadBlockString(int start)
    {
        var position = start + 3;
        while (true)
        {
            var length = _text[position..].IndexOf("\"\"\"");
            var end = length < 0 ? _text.Length : position + length;
            CheckStringCharacters(position, end);
            if (length < 0)
            {
                throw SyntaxErrors.UnterminatedString(_source, end);
            }

            // A backslash before the quotes always escapes them: a block string has no other escapes, so none escapes it.
            if (end == position || _text[end - 1] != '\\')
            {
                return Take(TokenKind.BlockString, start, end + 3);
            }

            position = end + 3;
        }
    }

    private readonly void CheckStringCharacters(int start, int end)
    {
        var lone = LoneSurrogate(start, end);
        if (lone >= 0)
        {
            throw SyntaxErrors.InvalidCharacterInString(_source, lone);
        }
    }

    // StringCharacter :: `\u` EscapedUnicode | `\` EscapedCharacter, among others
    private readonly int EscapeLength(int backslash)
    {
        if (At(backslash + 1) != 'u')
        {
            return StringEscapes.Character(At(backslash + 1)) is not null ? 2 : throw SyntaxErrors.InvalidEscape(_source, backslash);
        }

        return StringEscapes.TryReadUnicode(_text[backslash..], out _, out var length)
            ? length
            : throw SyntaxErrors.InvalidUnicodeEscape(_source, backslash, length);
    }
}
