using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using static GraphService.GraphQL.Tests.Language.SyntaxAssert;

namespace GraphService.GraphQL.Tests.Language;

public class ParserTests
{
    [Fact]
    public void A_document_may_mix_executable_and_type_system_definitions()
    {
        var document = Parser.ParseDocument(new SourceText("query Q { film } fragment F on Film { title } type Film { title: String } extend type Film { year: Int }"));
        Assert.Collection(
            document.Definitions,
            d => Assert.Equal("Q", Assert.IsType<OperationDefinitionNode>(d).Name?.Value),
            d => Assert.Equal("F", Assert.IsType<FragmentDefinitionNode>(d).Name.Value),
            d => Assert.False(Assert.IsType<ObjectTypeDefinitionNode>(d).IsExtension),
            d => Assert.True(Assert.IsType<ObjectTypeDefinitionNode>(d).IsExtension));
    }

    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData("# nothing here\n", "Unexpected <EOF>.", 2, 1)]
    [InlineData("film", "Unexpected Name \"film\".", 1, 1)]
    [InlineData("1995", "Unexpected Int \"1995\".", 1, 1)]
    [InlineData("...", "Unexpected \"...\".", 1, 1)]
    [InlineData("{ film } }", "Unexpected \"}\".", 1, 10)]
    [InlineData("{ film } film", "Unexpected Name \"film\".", 1, 10)]
    [InlineData("\"Greets\"", "Unexpected <EOF>.", 1, 9)]
    [InlineData("\"Greets\" }", "Unexpected \"}\".", 1, 10)]
    [InlineData("\"Greets\" { film }", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("\n  \"Greets\" film", "Unexpected description, only GraphQL definitions support descriptions.", 2, 3)]
    [InlineData("\"Adds\" extend type Film { a: Int }", "Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    public void A_document_is_one_or_more_definitions(string text, string message, int line, int column) =>
        ParserFails(text, message, line, column);

    [Fact]
    public void Positions_are_those_of_the_text()
    {
        var source = new SourceText("\n# first\n  query Q { film(id: 1) }\n");
        var document = Parser.ParseDocument(source);
        var operation = Assert.IsType<OperationDefinitionNode>(Assert.Single(document.Definitions));
        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections));

        Assert.Equal("query Q { film(id: 1) }", source.Body[operation.Start..operation.End]);
        Assert.Equal("Q", source.Body[operation.Name!.Start..operation.Name.End]);
        Assert.Equal("{ film(id: 1) }", source.Body[operation.SelectionSet.Start..operation.SelectionSet.End]);
        Assert.Equal("film(id: 1)", source.Body[field.Start..field.End]);
        Assert.Equal("id: 1", source.Body[field.Arguments[0].Start..field.Arguments[0].End]);
        Assert.Equal(new SourceLocation(3, 13), field.Location);
        Assert.Same(source, field.Arguments[0].Value.Source);
    }

    [Fact]
    public void A_description_belongs_to_the_extent_of_its_definition()
    {
        var text = "\"Films\" type Film { \"Name\" title: String }";
        var type = Definition<ObjectTypeDefinitionNode>(text);
        Assert.Equal((0, text.Length), (type.Start, type.End));
        Assert.Equal("\"Name\" title: String", text[type.Fields[0].Start..type.Fields[0].End]);
    }

    [Fact]
    public void Keywords_are_names_elsewhere()
    {
        foreach (var word in new[] { "on", "fragment", "query", "mutation", "subscription", "true", "false", "null", "type", "input", "extend", "schema" })
        {
            // A fragment cannot be named "on", an enum value not "true", "false" or "null": see there.
            var fragment = word == "on" ? "F" : word;
            var text = $"query {word}(${word}: {word} = 1 @{word}) {{ {word}: {word}({word}: ${word}) @{word}({word}: ${word}) {{ ...{fragment} ... on {word} {{ {word} }} }} }}";
            var operation = Definition<OperationDefinitionNode>(text);
            Assert.Equal(word, operation.Name?.Value);
            Assert.Equal(word, Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]).ResponseName);
        }
    }

    [Theory]
    [InlineData("7.5")]
    [InlineData("[{year: 1995}, $more, null]")]
    public void A_value_can_stand_alone(string text) => Assert.Equal(text, Parser.ParseValue(text).ToString());

    [Theory]
    [InlineData("Film")]
    [InlineData("[[Film!]!]!")]
    public void A_type_can_stand_alone(string text) => Assert.Equal(text, Parser.ParseType(text).ToString());

    [Fact]
    public void Nothing_may_follow_what_stands_alone()
    {
        Fails(() => Parser.ParseValue("1 2"), "Expected <EOF>, found Int \"2\".", 1, 3);
        Fails(() => Parser.ParseValue(""), "Unexpected <EOF>.", 1, 1);
        Fails(() => Parser.ParseType("Film!!"), "Expected <EOF>, found \"!\".", 1, 6);
        Fails(() => Parser.ParseType("[Film"), "Expected \"]\", found <EOF>.", 1, 6);
    }

    [Fact]
    public void Lexical_errors_come_through() =>
        ParserFails("{ film(id: \"nm) }", "Unterminated string.", 1, 18);

    [Fact]
    public void Long_names_and_strings_are_quoted_in_part()
    {
        ParserFails(new string('a', 1_000), $"Unexpected Name \"{new string('a', 100)}...\".", 1, 1);
        ParserFails($"{{ \"{new string('é', 1_000)}\" }}", $"Expected Name, found String \"{new string('é', 100)}...\".", 1, 3);
        ParserFails($"{{ \"{new string('é', 99)}🎬🎬\" }}", $"Expected Name, found String \"{new string('é', 99)}...\".", 1, 3);
    }
}
