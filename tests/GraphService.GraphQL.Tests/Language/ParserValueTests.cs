using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using static GraphService.GraphQL.Tests.Language.SyntaxAssert;

namespace GraphService.GraphQL.Tests.Language;

public class ParserValueTests
{
    [Fact]
    public void Numbers_keep_their_text()
    {
        Assert.Equal("-99999999999999999999", Assert.IsType<IntValueNode>(Parser.ParseValue("-99999999999999999999")).Text);
        Assert.Equal("1.50E+3", Assert.IsType<FloatValueNode>(Parser.ParseValue("1.50E+3")).Text);
    }

    [Fact]
    public void Strings_have_their_escapes_resolved()
    {
        var text = Assert.IsType<StringValueNode>(Parser.ParseValue("\"Am\\u00E9lie\""));
        Assert.Equal(("Amélie", false), (text.Value, text.Block));
        var block = Assert.IsType<StringValueNode>(Parser.ParseValue("\"\"\"\n  Am\\u00E9lie\n\"\"\""));
        Assert.Equal(("Am\\u00E9lie", true), (block.Value, block.Block));
    }

    [Fact]
    public void Three_names_have_a_meaning_and_the_others_are_enum_values()
    {
        Assert.True(Assert.IsType<BooleanValueNode>(Parser.ParseValue("true")).Value);
        Assert.False(Assert.IsType<BooleanValueNode>(Parser.ParseValue("false")).Value);
        Assert.IsType<NullValueNode>(Parser.ParseValue("null"));
        Assert.Equal("True", Assert.IsType<EnumValueNode>(Parser.ParseValue("True")).Value);
        Assert.Equal("ASC", Assert.IsType<EnumValueNode>(Parser.ParseValue("ASC")).Value);
    }

    [Fact]
    public void Lists_and_objects_nest()
    {
        Assert.Empty(Assert.IsType<ListValueNode>(Parser.ParseValue("[]")).Items);
        Assert.Empty(Assert.IsType<ObjectValueNode>(Parser.ParseValue("{}")).Fields);
        var value = Assert.IsType<ObjectValueNode>(Parser.ParseValue("{and: [{year: {gt: $year}} {title: null}], or: []}"));
        Assert.Equal(["and", "or"], value.Fields.Select(f => f.Name.Value));
        Assert.Equal(["{year: {gt: $year}}", "{title: null}"], Assert.IsType<ListValueNode>(value.Fields[0].Value).Items.Select(i => i.ToString()));
    }

    [Fact]
    public void Repeated_object_fields_are_kept_for_validation() =>
        Assert.Equal(2, Assert.IsType<ObjectValueNode>(Parser.ParseValue("{a: 1, a: 2}")).Fields.Count);

    [Fact]
    public void Variables_are_values() =>
        Assert.Equal("year", Assert.IsType<VariableNode>(Parser.ParseValue("$year")).Name.Value);

    [Theory]
    [InlineData("[", "Unexpected <EOF>.", 2)]
    [InlineData("[1", "Unexpected <EOF>.", 3)]
    [InlineData("[1}", "Unexpected \"}\".", 3)]
    [InlineData("{", "Expected Name, found <EOF>.", 2)]
    [InlineData("{a}", "Expected \":\", found \"}\".", 3)]
    [InlineData("{a:}", "Unexpected \"}\".", 4)]
    [InlineData("{1: 2}", "Expected Name, found Int \"1\".", 2)]
    [InlineData("$", "Expected Name, found <EOF>.", 2)]
    [InlineData("$ 1", "Expected Name, found Int \"1\".", 3)]
    [InlineData("@", "Unexpected \"@\".", 1)]
    [InlineData("(1)", "Unexpected \"(\".", 1)]
    public void Malformed_values_are_refused(string text, string message, int column) =>
        Fails(() => Parser.ParseValue(text), message, 1, column);
}
