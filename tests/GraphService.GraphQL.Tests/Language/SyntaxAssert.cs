using GraphService.GraphQL.Language;

namespace GraphService.GraphQL.Tests.Language;

/// <summary>What the tests of the language share.</summary>
internal static class SyntaxAssert
{
    /// <summary>All tokens up to the end, with the text of each, or the value of strings.</summary>
    public static List<(TokenKind Kind, int Start, int End, string Value)> Tokens(string text)
    {
        var lexer = new Lexer(new SourceText(text));
        var tokens = new List<(TokenKind, int, int, string)>();
        for (var token = lexer.Next(); token.Kind != TokenKind.EndOfFile; token = lexer.Next())
        {
            var value = token.Kind is TokenKind.String or TokenKind.BlockString ? lexer.StringValue(token) : lexer.Text(token).ToString();
            tokens.Add((token.Kind, token.Start, token.End, value));
        }

        return tokens;
    }

    public static string StringValue(string text) => Assert.Single(Tokens(text)).Value;

    public static void LexerFails(string text, string message, int line, int column) =>
        Fails(() => Tokens(text), message, line, column);

    public static void ParserFails(string text, string message, int line, int column) =>
        Fails(() => Parser.ParseDocument(new SourceText(text)), message, line, column);

    public static void Fails(Action read, string message, int line, int column)
    {
        var error = Assert.Throws<GraphQLException>(read).Error;
        Assert.Equal("Syntax Error: " + message, error.Message);
        Assert.Equal(new SourceLocation(line, column), Assert.Single(error.Locations));
        Assert.Equal("GRAPHQL_PARSE_FAILED", error.Code);
        Assert.Empty(error.Extensions);
    }

    /// <summary>The one definition of the text.</summary>
    public static T Definition<T>(string text) =>
        Assert.IsType<T>(Assert.Single(Parser.ParseDocument(new SourceText(text)).Definitions));
}
