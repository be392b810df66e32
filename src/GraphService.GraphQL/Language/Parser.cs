using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Language;

/// <summary>
/// A recursive-descent parser of the September 2025 edition: one method per production, in the order of the
/// specification. Throws <see cref="GraphQLException"/> at the first error.
/// </summary>
public ref partial struct Parser
{
    private readonly SourceText _source;
    private readonly ParserOptions _options;
    private Lexer _lexer;
    private Token _token;
    private int _lastEnd;
    private int _tokens;
    private int _depth;
    private int _selections;

    private Parser(SourceText source, ParserOptions? options)
    {
        _source = source;
        _options = options ?? ParserOptions.Default;
        _lexer = new Lexer(source);
        Advance();
    }

    /// <summary>Parses executable definitions and definitions of the type system alike; which of them may be sent is a matter of validation.</summary>
    /// <exception cref="GraphQLException">A syntax error, or a limit of <paramref name="options"/> is exceeded.</exception>
    public static DocumentNode ParseDocument(SourceText source, ParserOptions? options = null) =>
        new Parser(source, options).ParseDocument();

    /// <summary>Parses a value that stands alone, such as <c>{year: 1995}</c>. Variables are allowed.</summary>
    /// <exception cref="GraphQLException">A syntax error, or a limit is exceeded.</exception>
    public static ValueNode ParseValue(string text)
    {
        var parser = new Parser(new SourceText(text), null);
        var value = parser.ParseValue(isConst: false);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    /// <summary>Parses a type reference that stands alone, such as <c>[Film!]!</c>.</summary>
    /// <exception cref="GraphQLException">A syntax error, or a limit is exceeded.</exception>
    public static TypeNode ParseType(string text)
    {
        var parser = new Parser(new SourceText(text), null);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    // Name
    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(_lexer.Text(token).ToString()) { Start = token.Start, End = token.End, Source = _source };
    }

    // Document : Definition+
    private DocumentNode ParseDocument()
    {
        var start = _token.Start;
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(ParseDefinition());
        }
        while (_token.Kind != TokenKind.EndOfFile);
        return new DocumentNode(definitions) { Start = start, End = _token.End, Source = _source };
    }

    // Definition : ExecutableDefinition | TypeSystemDefinitionOrExtension
    // ExecutableDefinition : OperationDefinition | FragmentDefinition
    // TypeSystemDefinition : SchemaDefinition | TypeDefinition | DirectiveDefinition
    private DefinitionNode ParseDefinition()
    {
        var start = _token.Start;
        if (Peek(TokenKind.BraceLeft))
        {
            return ParseAnonymousQuery();
        }

        // Every definition may begin with a description; what it describes is only known behind it.
        var description = ParseDescription();
        if (description is not null && Peek(TokenKind.BraceLeft))
        {
            throw SyntaxErrors.At(_source, start, "Unexpected description, descriptions are not supported on shorthand queries.");
        }

        if (!Peek(TokenKind.Name))
        {
            throw Unexpected();
        }

        switch (_lexer.Text(_token))
        {
            case "query" or "mutation" or "subscription":
                return ParseOperationDefinition(start, description);
            case "fragment":
                return ParseFragmentDefinition(start, description);
            case "extend" when description is null:
                Advance();
                return ParseTypeSystemDefinition(start, null, isExtension: true) ?? throw Unexpected();
            default:
                return ParseTypeSystemDefinition(start, description, isExtension: false)
                    ?? throw (description is null
                        ? Unexpected()
                        : SyntaxErrors.At(_source, start, "Unexpected description, only GraphQL definitions support descriptions."));
        }
    }
}
