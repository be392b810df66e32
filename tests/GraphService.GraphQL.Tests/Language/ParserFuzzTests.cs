using GraphService.GraphQL.Language;
using GraphService.TestSupport;

namespace GraphService.GraphQL.Tests.Language;

/// <summary>Whatever the text, the answer is a tree or a <see cref="GraphQLException"/> that says where.</summary>
public class ParserFuzzTests
{
    private const int Rounds = 1_500;

    // What the language is made of, and what only looks like it.
    private static readonly string[] s_fragments =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "|", "&", "=", "@", "$", "...", ".", "..", "\"", "\"\"\"", "\\", "\\u", "\\u{", "#", "\n", "\r", ",", " ",
        "query", "fragment", "on", "type", "extend", "schema", "enum", "directive", "implements", "repeatable", "true", "null", "film",
        "0", "-", "1.5", "1e", "9", "\uFEFF", "\uD83C", "\uDFAC", "\0", "é", "'",
    ];

    [Fact]
    public void Random_characters_are_refused_or_read()
    {
        var random = new Random(1888);
        for (var i = 0; i < Rounds; i++)
        {
            var characters = new char[random.Next(40)];
            for (var j = 0; j < characters.Length; j++)
            {
                characters[j] = (char)(random.Next(4) == 0 ? random.Next(char.MaxValue + 1) : random.Next(0x80));
            }

            ReadOrRefuse(new string(characters));
        }
    }

    [Fact]
    public void Random_tokens_are_refused_or_read()
    {
        var random = new Random(1895);
        for (var i = 0; i < Rounds; i++)
        {
            ReadOrRefuse(string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => s_fragments[random.Next(s_fragments.Length)] + (random.Next(2) == 0 ? " " : ""))));
        }
    }

    [Theory]
    [InlineData("executable")]
    [InlineData("type-system")]
    public void Damaged_documents_are_refused_or_read(string name)
    {
        var text = Golden.ReadInput($"Golden/Language/{name}.graphql");
        var random = new Random(1927);
        for (var i = 0; i < Rounds; i++)
        {
            var damaged = text;
            for (var blows = random.Next(1, 4); blows > 0; blows--)
            {
                var at = random.Next(damaged.Length);
                var length = Math.Min(random.Next(8), damaged.Length - at);
                damaged = random.Next(3) switch
                {
                    0 => damaged.Remove(at, length),
                    1 => damaged.Insert(at, s_fragments[random.Next(s_fragments.Length)]),
                    _ => damaged.Insert(random.Next(damaged.Length), damaged.Substring(at, length)),
                };
            }

            ReadOrRefuse(damaged);
        }
    }

    [Theory]
    [InlineData("executable")]
    [InlineData("type-system")]
    public void Every_beginning_of_a_document_is_refused_or_read(string name)
    {
        var text = Golden.ReadInput($"Golden/Language/{name}.graphql");
        for (var length = 0; length < text.Length; length++)
        {
            ReadOrRefuse(text[..length]);
        }
    }

    private static void ReadOrRefuse(string text)
    {
        try
        {
            // What can be read can be printed, and that can be read again.
            var printed = Parser.ParseDocument(new SourceText(text)).ToString();
            Assert.Equal(printed, Parser.ParseDocument(new SourceText(printed), ParserOptions.Schema).ToString());
        }
        catch (GraphQLException e)
        {
            var location = Assert.Single(e.Error.Locations);
            Assert.True(location is { Line: >= 1, Column: >= 1 });
            Assert.EndsWith(e.Error.Message.EndsWith('?') ? "?" : ".", e.Error.Message, StringComparison.Ordinal);
        }
    }
}
