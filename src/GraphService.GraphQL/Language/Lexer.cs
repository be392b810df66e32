using System.Buffers;

namespace GraphService.GraphQL.Language;

/// <summary>
/// Reads the tokens of a text one by one, checking each but making no value: nothing is allocated per token.
/// Errors are thrown as <see cref="GraphQLException"/> with the exact position.
/// </summary>
public ref partial struct Lexer
{
    // Spec, White Space, Line Terminators, Insignificant Commas and Unicode BOM: Ignored, except comments.
    private static readonly SearchValues<char> s_ignored = SearchValues.Create("\uFEFF\t \n\r,");
    private static readonly SearchValues<char> s_nameContinue = SearchValues.Create("_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> s_surrogates = SearchValues.Create([.. Enumerable.Range('\uD800', 0x800).Select(c => (char)c)]);

    private readonly SourceText _source;
    private readonly ReadOnlySpan<char> _text;
    private int _position;

    public Lexer(SourceText source)
    {
        _source = source;
        _text = source.Body;
    }

    /// <summary>The next token; at the end, <see cref="TokenKind.EndOfFile"/> again and again.</summary>
    public Token Next()
    {
        SkipIgnored();
        var start = _position;
        if (start == _text.Length)
        {
            return new Token(TokenKind.EndOfFile, start, start);
        }

        var c = _text[start];
        return c switch
        {
            '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => ReadName(start),
            '!' => Punctuator(TokenKind.Bang),
            '$' => Punctuator(TokenKind.Dollar),
            '&' => Punctuator(TokenKind.Ampersand),
            '(' => Punctuator(TokenKind.ParenLeft),
            ')' => Punctuator(TokenKind.ParenRight),
            '.' => ReadSpread(start),
            ':' => Punctuator(TokenKind.Colon),
            '=' => Punctuator(TokenKind.EqualsSign),
            '@' => Punctuator(TokenKind.At),
            '[' => Punctuator(TokenKind.BracketLeft),
            ']' => Punctuator(TokenKind.BracketRight),
            '{' => Punctuator(TokenKind.BraceLeft),
            '|' => Punctuator(TokenKind.Pipe),
            '}' => Punctuator(TokenKind.BraceRight),
            '"' => ReadAnyString(start),
            '-' or (>= '0' and <= '9') => ReadNumber(start),
            _ => throw SyntaxErrors.UnexpectedCharacter(_source, start),
        };
    }

    /// <summary>The characters of the token as written.</summary>
    public readonly ReadOnlySpan<char> Text(Token token) => _text[token.Start..token.End];

    /// <summary>The semantic value of a string token: escapes resolved, block strings dedented. Allocates.</summary>
    public readonly string StringValue(Token token) => token.Kind == TokenKind.BlockString
        ? BlockString.Value(_text[(token.Start + 3)..(token.End - 3)])
        : StringEscapes.Resolve(_text[(token.Start + 1)..(token.End - 1)]);

    /// <summary>The character at the offset, or U+0000 past the end, which no token continues with.</summary>
    private readonly char At(int offset) => offset < _text.Length ? _text[offset] : '\0';

    private void SkipIgnored()
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == '#')
            {
                SkipComment();
            }
            else if (s_ignored.Contains(c))
            {
                _position++;
            }
            else
            {
                return;
            }
        }
    }

    // Comment :: # CommentChar* [lookahead != CommentChar]
    // CommentChar :: SourceCharacter but not LineTerminator
    private void SkipComment()
    {
        var rest = _text[_position..];
        var length = rest.IndexOfAny('\n', '\r');
        var comment = length < 0 ? rest : rest[..length];
        var lone = LoneSurrogate(_position, _position + comment.Length);
        if (lone >= 0)
        {
            throw SyntaxErrors.UnexpectedCharacter(_source, lone);
        }

        _position += comment.Length;
    }

    // SourceCharacter :: Any Unicode scalar value. Half a surrogate pair is none; the offset of the first, or -1.
    private readonly int LoneSurrogate(int start, int end)
    {
        while (true)
        {
            var found = _text[start..end].IndexOfAny(s_surrogates);
            if (found < 0)
            {
                return -1;
            }

            start += found;
            if (start + 1 == end || !char.IsSurrogatePair(_text[start], _text[start + 1]))
            {
                return start;
            }

            start += 2;
        }
    }

    private Token Punctuator(TokenKind kind)
    {
        var start = _position++;
        return new Token(kind, start, _position);
    }

    // Spec, Punctuators: Punctuator :: one of ! $ & ( ) ... : = @ [ ] { | }
    private Token ReadSpread(int start)
    {
        if (At(start + 1) == '.')
        {
            return At(start + 2) == '.'
                ? Take(TokenKind.Spread, start, start + 3)
                : throw SyntaxErrors.TwoDots(_source, start);
        }

        if (char.IsAsciiDigit(At(start + 1)))
        {
            throw SyntaxErrors.ExpectedDigitBeforePoint(_source, start, _text[(start + 1)..SkipDigits(start + 1)]);
        }

        throw SyntaxErrors.UnexpectedCharacter(_source, start);
    }

    // Name :: NameStart NameContinue* [lookahead != NameContinue]
    private Token ReadName(int start)
    {
        var length = _text[start..].IndexOfAnyExcept(s_nameContinue);
        return Take(TokenKind.Name, start, length < 0 ? _text.Length : start + length);
    }

    // IntValue :: IntegerPart [lookahead != {Digit, `.`, NameStart}]
    // FloatValue :: IntegerPart FractionalPart? ExponentPart? [lookahead != {Digit, `.`, NameStart}]
    private Token ReadNumber(int start)
    {
        var kind = TokenKind.Int;

        // IntegerPart :: -? 0 | -? NonZeroDigit Digit*
        var end = At(start) == '-' ? start + 1 : start;
        if (At(end) == '0')
        {
            end++;
            if (char.IsAsciiDigit(At(end)))
            {
                throw SyntaxErrors.DigitAfterZero(_source, end);
            }
        }
        else
        {
            end = ReadDigits(end);
        }

        // FractionalPart :: . Digit+
        if (At(end) == '.')
        {
            kind = TokenKind.Float;
            end = ReadDigits(end + 1);
        }

        // ExponentPart :: ExponentIndicator Sign? Digit+
        if (At(end) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            end = ReadDigits(At(end + 1) is '+' or '-' ? end + 2 : end + 1);
        }

        if (At(end) is '.' or '_' || char.IsAsciiLetter(At(end)))
        {
            throw SyntaxErrors.ExpectedDigit(_source, end);
        }

        return Take(kind, start, end);
    }

    // Digit+
    private readonly int ReadDigits(int start)
    {
        var end = SkipDigits(start);
        return end > start ? end : throw SyntaxErrors.ExpectedDigit(_source, start);
    }

    private readonly int SkipDigits(int start)
    {
        while (char.IsAsciiDigit(At(start)))
        {
            start++;
        }

        return start;
    }

    private Token Take(TokenKind kind, int start, int end)
    {
        _position = end;
        return new Token(kind, start, end);
    }
}
