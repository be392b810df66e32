using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Tests.Language;

public class ParserLimitsTests
{
    [Fact]
    public void Tokens_are_counted()
    {
        var options = new ParserOptions { MaxTokens = 5 };
        Parse("{ a, b # c\n c }", options);
        Exceeds("{ a, b\n c d }", options, "LIMIT_TOKENS", "TOKENS", 5, 2, 6,
            "The document has more than 5 tokens. Send a smaller document; values belong in variables.");
    }

    [Fact]
    public void Twenty_thousand_tokens_are_enough_for_a_request()
    {
        Parse($"{{ a(b: [{Repeat("1 ", 20_000 - 9)}]) }}", ParserOptions.Default);
        Exceeds($"{{ a(b: [{Repeat("1 ", 20_000 - 8)}]) }}", ParserOptions.Default, "LIMIT_TOKENS", "TOKENS", 20_000, 1, 39_996,
            "The document has more than 20000 tokens. Send a smaller document; values belong in variables.");
    }

    [Theory]
    [InlineData("{ a { b } }", "{ a { b { c } } }", 9)]
    [InlineData("{ a ... { b } }", "{ ... { ... on A { b } } }", 18)]
    [InlineData("{ a(b: [1]) }", "{ a(b: [[1]]) }", 9)]
    [InlineData("{ a(b: {c: 1}) }", "{ a(b: {c: {d: 1}}) }", 12)]
    [InlineData("{ a(b: {c: 1}) { d } }", "{ a { b(c: [1]) } }", 12)]
    [InlineData("query ($a: [[Int]]) { a }", "query ($a: [[[Int]]]) { a }", 14)]
    [InlineData("{ a @b(c: [1]) }", "{ a @b(c: [{}]) }", 12)]
    [InlineData("type A { b(c: [[Int]] = [[1]]): [[Int!]!]! }", "type A { b: [[[Int]]] }", 15)]
    public void Nesting_is_bounded_in_every_production(string allowed, string refused, int column)
    {
        var options = new ParserOptions { MaxDepth = 2 };
        Parse(allowed, options);
        Exceeds(refused, options, "LIMIT_DEPTH", "DEPTH", 2, 1, column,
            "The document is nested more than 2 levels deep. Ask for fewer levels of selections, lists and objects.");
    }

    [Fact]
    public void A_hundred_levels_are_enough_for_anyone()
    {
        Parse(Repeat("{a", 100) + Repeat("}", 100), ParserOptions.Default);
        Exceeds(Repeat("{a", 101) + Repeat("}", 101), ParserOptions.Default, "LIMIT_DEPTH", "DEPTH", 100, 1, 201,
            "The document is nested more than 100 levels deep. Ask for fewer levels of selections, lists and objects.");
    }

    [Fact]
    public void Directives_are_counted_in_each_place()
    {
        var options = new ParserOptions { MaxDirectivesPerLocation = 2 };
        Parse("query ($a: Int @a @a) @a @a { a @a @a ...F @a @a ... @a @a { b } } fragment F on A @a @a { c }", options);
        Exceeds("{ a @a @a\n @a }", options, "LIMIT_DIRECTIVES", "DIRECTIVES", 2, 2, 2,
            "There are more than 2 directives in one place. Remove some.");
        Exceeds("{ a @a @b @c @d @e }", ParserOptions.Default, "LIMIT_DIRECTIVES", "DIRECTIVES", 4, 1, 17,
            "There are more than 4 directives in one place. Remove some.");
    }

    [Fact]
    public void Selections_are_counted_over_the_document()
    {
        var options = new ParserOptions { MaxFields = 4 };
        Parse("{ a { b } ...F } fragment F on A { c }", options);
        Exceeds("{ a { b } ...F }\nfragment F on A { ... { c } }", options, "LIMIT_FIELDS", "FIELDS", 4, 2, 25,
            "The document has more than 4 selections. Ask for fewer fields, or split the request.");
        Parse($"{{{Repeat("a ", 2_048)}}}", ParserOptions.Default);
        Exceeds($"{{{Repeat("a ", 2_049)}}}", ParserOptions.Default, "LIMIT_FIELDS", "FIELDS", 2_048, 1, 4_098,
            "The document has more than 2048 selections. Ask for fewer fields, or split the request.");
    }

    [Fact]
    public void Schema_files_are_bounded_in_depth_only()
    {
        var types = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"type T{i} @a @b @c @d @e {{ f: Int }} "));
        Assert.Equal(5_000, Parse(types, ParserOptions.Schema).Definitions.Count);
        Exceeds(Repeat("{a", 101), ParserOptions.Schema, "LIMIT_DEPTH", "DEPTH", 100, 1, 201,
            "The document is nested more than 100 levels deep. Ask for fewer levels of selections, lists and objects.");
    }

    [Fact]
    public void The_depth_cannot_be_set_beyond_what_a_stack_holds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParserOptions { MaxDepth = 201 });
        var deepest = new ParserOptions { MaxDepth = 200, MaxTokens = int.MaxValue };
        OnASmallStack(() =>
        {
            Parse(Repeat("{a", 200) + Repeat("}", 200), deepest).ToString();
            Parse($"{{ a(b: {Repeat("[", 199)}{Repeat("]", 199)}) }}", deepest).ToString();
            Parse($"{{ a(b: {Repeat("{c:", 198)}[]{Repeat("}", 198)}) }}", deepest).ToString();
            Parse($"type A {{ b: {Repeat("[", 199)}Int{Repeat("]", 199)} }}", deepest).ToString();
        });
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{a")]
    [InlineData("[")]
    [InlineData("{a(b:[", "[")]
    [InlineData("{a(b:", "{c:")]
    [InlineData("{a(b:", "[{c:")]
    [InlineData("{...on A")]
    [InlineData("{...@a")]
    [InlineData("query($a:", "[")]
    [InlineData("type A{a:", "[")]
    [InlineData("type A{a(b:[Int]=", "[")]
    [InlineData("input A{a:Int=", "{b:")]
    [InlineData("{a", "@b(c:{d:")]
    [InlineData("{", "a:")]
    [InlineData("{a", "@b")]
    [InlineData("(")]
    [InlineData("\"")]
    [InlineData("extend ")]
    public void A_megabyte_of_anything_ends_in_an_error(string first, string? repeated = null)
    {
        repeated ??= first;
        var text = first + Repeat(repeated, 1_000_000 / repeated.Length);
        OnASmallStack(() =>
        {
            Assert.Throws<GraphQLException>(() => Parse(text, ParserOptions.Default));
            Assert.Throws<GraphQLException>(() => Parse(text, ParserOptions.Schema));
            Assert.Throws<GraphQLException>(() => Parser.ParseValue(text));
            Assert.Throws<GraphQLException>(() => Parser.ParseType(text));
        });
    }

    private static DocumentNode Parse(string text, ParserOptions options) => Parser.ParseDocument(new SourceText(text), options);

    private static void Exceeds(string text, ParserOptions options, string code, string name, long value, int line, int column, string message)
    {
        var error = Assert.Throws<GraphQLException>(() => Parse(text, options)).Error;
        Assert.Equal(message, error.Message);
        Assert.Equal(code, error.Code);
        Assert.Equal(new SourceLocation(line, column), Assert.Single(error.Locations));
        var (key, limit) = Assert.Single(error.Extensions);
        Assert.Equal("limit", key);
        Assert.Equal([new("name", name), new("value", value)], Assert.IsAssignableFrom<IReadOnlyList<KeyValuePair<string, object?>>>(limit));
    }

    // Half of what a thread of the pool has at least.
    private static void OnASmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), maxStackSize: 768 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
