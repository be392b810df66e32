namespace GraphService.GraphQL.Language;

// What the productions are made of: looking at tokens, taking them, and repetition.
public ref partial struct Parser
{
    // An error quotes this much of a name or a string: the rest of a megabyte helps nobody.
    private const int LongestQuote = 100;

    private delegate T Production<T>(scoped ref Parser parser);

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = _lexer.Next();
        if (_token.Kind != TokenKind.EndOfFile && ++_tokens > _options.MaxTokens)
        {
            throw SyntaxErrors.TooManyTokens(_source, _token.Start, _options.MaxTokens);
        }
    }

    private readonly bool Peek(TokenKind kind) => _token.Kind == kind;

    private readonly bool PeekKeyword(string keyword) => Peek(TokenKind.Name) && _lexer.Text(_token).SequenceEqual(keyword);

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
        {
            throw Expected(kind.Describe());
        }

        Advance();
        return token;
    }

    private bool Skip(TokenKind kind)
    {
        if (!Peek(kind))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword))
        {
            throw Expected($"\"{keyword}\"");
        }
    }

    private bool SkipKeyword(string keyword)
    {
        if (!PeekKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    // open Item* close
    private T[] Any<T>(TokenKind open, Production<T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        while (!Skip(close))
        {
            items.Add(item(ref this));
        }

        return [.. items];
    }

    // open Item+ close
    private T[] Many<T>(TokenKind open, Production<T> item, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do
        {
            items.Add(item(ref this));
        }
        while (!Skip(close));
        return [.. items];
    }

    // (open Item+ close)?
    private T[] OptionalMany<T>(TokenKind open, Production<T> item, TokenKind close) =>
        Peek(open) ? Many(open, item, close) : [];

    // delimiter? Item (delimiter Item)*
    private T[] DelimitedMany<T>(TokenKind delimiter, Production<T> item)
    {
        Skip(delimiter);
        var items = new List<T>();
        do
        {
            items.Add(item(ref this));
        }
        while (Skip(delimiter));
        return [.. items];
    }

    /// <summary>Called where a production may contain itself; each call is paired with <see cref="Leave"/>.</summary>
    private void Enter()
    {
        if (++_depth > _options.MaxDepth)
        {
            throw SyntaxErrors.TooDeep(_source, _token.Start, _options.MaxDepth);
        }
    }

    private void Leave() => _depth--;

    private readonly GraphQLException Expected(string what) =>
        SyntaxErrors.At(_source, _token.Start, $"Expected {what}, found {Describe(_token)}.");

    private readonly GraphQLException Unexpected() => Unexpected(_token);

    private readonly GraphQLException Unexpected(Token token) =>
        SyntaxErrors.At(_source, token.Start, $"Unexpected {Describe(token)}.");

    private readonly string Describe(Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => Describe(token.Kind, _lexer.Text(token)),
        TokenKind.String or TokenKind.BlockString => Describe(token.Kind, _lexer.StringValue(token)),
        _ => token.Kind.Describe(),
    };

    private static string Describe(TokenKind kind, ReadOnlySpan<char> value) => value.Length <= LongestQuote
        ? $"{kind.Describe()} \"{value}\""
        : $"{kind.Describe()} \"{SyntaxErrors.Cut(value, LongestQuote)}...\"";
}
