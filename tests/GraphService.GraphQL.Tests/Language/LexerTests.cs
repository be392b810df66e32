using GraphService.GraphQL.Language;
using static GraphService.GraphQL.Tests.Language.SyntaxAssert;

namespace GraphService.GraphQL.Tests.Language;

public class LexerTests
{
    [Theory]
    [InlineData("!", TokenKind.Bang)]
    [InlineData("$", TokenKind.Dollar)]
    [InlineData("&", TokenKind.Ampersand)]
    [InlineData("(", TokenKind.ParenLeft)]
    [InlineData(")", TokenKind.ParenRight)]
    [InlineData("...", TokenKind.Spread)]
    [InlineData(":", TokenKind.Colon)]
    [InlineData("=", TokenKind.EqualsSign)]
    [InlineData("@", TokenKind.At)]
    [InlineData("[", TokenKind.BracketLeft)]
    [InlineData("]", TokenKind.BracketRight)]
    [InlineData("{", TokenKind.BraceLeft)]
    [InlineData("|", TokenKind.Pipe)]
    [InlineData("}", TokenKind.BraceRight)]
    public void Punctuators_are_tokens(string text, TokenKind kind) =>
        Assert.Equal([(kind, 0, text.Length, text)], Tokens(text));

    [Theory]
    [InlineData("film")]
    [InlineData("_")]
    [InlineData("__typename")]
    [InlineData("Z9_a")]
    [InlineData("on")]
    public void Names_are_letters_digits_and_underscores(string text) =>
        Assert.Equal([(TokenKind.Name, 0, text.Length, text)], Tokens(text));

    [Theory]
    [InlineData("0", TokenKind.Int)]
    [InlineData("-0", TokenKind.Int)]
    [InlineData("1995", TokenKind.Int)]
    [InlineData("-42", TokenKind.Int)]
    [InlineData("99999999999999999999", TokenKind.Int)]
    [InlineData("7.5", TokenKind.Float)]
    [InlineData("-0.5", TokenKind.Float)]
    [InlineData("0.0", TokenKind.Float)]
    [InlineData("1e3", TokenKind.Float)]
    [InlineData("1E+3", TokenKind.Float)]
    [InlineData("1.25e-10", TokenKind.Float)]
    public void Numbers_keep_their_text(string text, TokenKind kind) =>
        Assert.Equal([(kind, 0, text.Length, text)], Tokens(text));

    [Fact]
    public void Positions_are_utf16_offsets()
    {
        Assert.Equal(
            [(TokenKind.Name, 0, 1, "a"), (TokenKind.String, 2, 6, "🎬"), (TokenKind.Name, 7, 8, "b")],
            Tokens("a \"🎬\" b"));
    }

    [Theory]
    [InlineData("\uFEFFfilm", 1)]
    [InlineData(" \t\r\n\n,,film", 7)]
    [InlineData("# a comment\nfilm", 12)]
    [InlineData("# one\r# two\r\nfilm", 13)]
    [InlineData("#\n,#🎬 \u0007\nfilm", 9)]
    public void Ignored_characters_come_before_a_token(string text, int start) =>
        Assert.Equal([(TokenKind.Name, start, start + 4, "film")], Tokens(text));

    [Theory]
    [InlineData("")]
    [InlineData(" , \n")]
    [InlineData("# only a comment")]
    [InlineData("\uFEFF")]
    public void A_text_may_have_no_tokens(string text) => Assert.Empty(Tokens(text));

    [Fact]
    public void The_end_comes_again_and_again()
    {
        var lexer = new Lexer(new SourceText("a "));
        lexer.Next();
        Assert.Equal(new Token(TokenKind.EndOfFile, 2, 2), lexer.Next());
        Assert.Equal(new Token(TokenKind.EndOfFile, 2, 2), lexer.Next());
    }

    [Fact]
    public void Tokens_need_no_space_between_them()
    {
        Assert.Equal(["film", "(", "id", ":", "1", ")", "{", "a", "...", "B", "@", "c", "\"\"", "1"],
            Tokens("film(id:1){a...B@c\"\"1").Select(t => t.Kind == TokenKind.String ? "\"\"" : t.Value));
    }

    [Theory]
    [InlineData("film?", "Unexpected character: \"?\".", 1, 5)]
    [InlineData("a\n  %", "Unexpected character: \"%\".", 2, 3)]
    [InlineData("a\r\nb\rc ~", "Unexpected character: \"~\".", 3, 3)]
    [InlineData("\u0000", "Unexpected character: U+0000.", 1, 1)]
    [InlineData("\u0007", "Unexpected character: U+0007.", 1, 1)]
    [InlineData("\u007F", "Unexpected character: U+007F.", 1, 1)]
    [InlineData("é", "Unexpected character: U+00E9.", 1, 1)]
    [InlineData("\u00A0", "Unexpected character: U+00A0.", 1, 1)]
    [InlineData("🎬", "Unexpected character: U+1F3AC.", 1, 1)]
    [InlineData("'film'", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 1)]
    [InlineData(".", "Unexpected character: \".\".", 1, 1)]
    [InlineData("a .. b", "Unexpected \"..\", did you mean \"...\"?", 1, 3)]
    [InlineData("....", "Unexpected character: \".\".", 1, 4)]
    public void Characters_that_begin_no_token_are_refused(string text, string message, int line, int column) =>
        LexerFails(text, message, line, column);

    [Fact]
    public void Half_a_surrogate_pair_is_refused_everywhere()
    {
        LexerFails("\uD83C", "Invalid character: U+D83C.", 1, 1);
        LexerFails("a # \uDFAC", "Invalid character: U+DFAC.", 1, 5);
        LexerFails("# 🎬\uD83C\n", "Invalid character: U+D83C.", 1, 5);
        LexerFails("\"\uD83C\"", "Invalid character within String: U+D83C.", 1, 2);
        LexerFails("\"\"\"\n\uDFAC\uD83C\"\"\"", "Invalid character within String: U+DFAC.", 2, 1);
    }

    [Theory]
    [InlineData("00", "Invalid number, unexpected digit after 0: \"0\".", 2)]
    [InlineData("-01", "Invalid number, unexpected digit after 0: \"1\".", 3)]
    [InlineData("-", "Invalid number, expected digit but got: <EOF>.", 2)]
    [InlineData("-a", "Invalid number, expected digit but got: \"a\".", 2)]
    [InlineData("+1", "Unexpected character: \"+\".", 1)]
    [InlineData("1.", "Invalid number, expected digit but got: <EOF>.", 3)]
    [InlineData("1.a", "Invalid number, expected digit but got: \"a\".", 3)]
    [InlineData("1e", "Invalid number, expected digit but got: <EOF>.", 3)]
    [InlineData("1e+\"", "Invalid number, expected digit but got: '\"'.", 4)]
    [InlineData("1.0e🎬", "Invalid number, expected digit but got: U+1F3AC.", 5)]
    [InlineData("1.2.3", "Invalid number, expected digit but got: \".\".", 4)]
    [InlineData("1995_film", "Invalid number, expected digit but got: \"_\".", 5)]
    [InlineData("0x1F", "Invalid number, expected digit but got: \"x\".", 2)]
    [InlineData("1.5f", "Invalid number, expected digit but got: \"f\".", 4)]
    [InlineData(".75", "Invalid number, expected digit before \".\", did you mean \"0.75\"?", 1)]
    public void Malformed_numbers_are_refused(string text, string message, int column) =>
        LexerFails(text, message, 1, column);

    [Fact]
    public void Nothing_is_allocated_per_token()
    {
        var text = string.Concat(Enumerable.Repeat("query Q($id: ID! = \"nm\\u00e9\") { film(id: $id, at: [1, -2.5e3]) { ...F @skip(if: true) } } # so\n \"\"\"\nblock\n\"\"\" ", 100));
        var source = new SourceText(text);
        Count(source);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = Count(source);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(3800, count);
    }

    private static int Count(SourceText source)
    {
        var lexer = new Lexer(source);
        var count = 0;
        while (lexer.Next().Kind != TokenKind.EndOfFile)
        {
            count++;
        }

        return count;
    }
}
