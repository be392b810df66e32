using FsCheck;
using FsCheck.Fluent;
using GraphService.GraphQL.Language;
using static GraphService.GraphQL.Tests.Language.SyntaxAssert;

namespace GraphService.GraphQL.Tests.Language;

public class RoundTripTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(250);

    [Fact]
    public void What_is_printed_is_parsed_to_what_prints_the_same() =>
        Check.One(s_config, Prop.ForAll(RandomDocuments.Arbitrary, document =>
        {
            var printed = document.ToString();
            return Parse(printed) == printed;
        }));

    [Fact]
    public void Printing_loses_no_text() =>
        Check.One(s_config, Prop.ForAll(RandomDocuments.Arbitrary, document =>
        {
            var printed = document.ToString();
            var reparsed = Parser.ParseDocument(new SourceText(printed));
            return Tokens(printed).Select(Meaning).SequenceEqual(Tokens(reparsed.ToString()).Select(Meaning));
        }));

    [Fact]
    public void Ignored_characters_mean_nothing()
    {
        string[] ignored = [" ", ",", "\n", "\r\n", "\t", "\uFEFF", "# a comment, \"or\" { not\n", ",,\n#\r"];
        var separators = Gen.Elements(ignored).ListOf(7).Select(s => s.ToArray()).ToArbitrary();
        Check.One(s_config, Prop.ForAll(RandomDocuments.Arbitrary, separators, (document, between) =>
        {
            var printed = document.ToString();
            var spaced = string.Concat(Tokens(printed).SelectMany((t, i) => new[] { between[i % between.Length], printed[t.Start..t.End] }));
            return Parse(spaced) == printed;
        }));
    }

    [Fact]
    public void A_node_s_extent_is_a_text_of_its_own() =>
        Check.One(s_config, Prop.ForAll(RandomDocuments.Arbitrary, document =>
        {
            var source = new SourceText(document.ToString());
            var definitions = Parser.ParseDocument(source).Definitions;
            return definitions.All(d => Parse(source.Body[d.Start..d.End]) == d.ToString())
                && string.Join("\n\n", definitions.Select(d => source.Body[d.Start..d.End])) == source.Body;
        }));

    // Block strings and quoted strings of one value are the same.
    private static (TokenKind, string) Meaning((TokenKind Kind, int Start, int End, string Value) token) =>
        (token.Kind == TokenKind.BlockString ? TokenKind.String : token.Kind, token.Value);

    private static string Parse(string text) => Parser.ParseDocument(new SourceText(text)).ToString();
}
