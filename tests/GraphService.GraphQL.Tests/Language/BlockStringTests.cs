using FsCheck;
using FsCheck.Fluent;
using GraphService.GraphQL.Language;

namespace GraphService.GraphQL.Tests.Language;

public class BlockStringTests
{
    [Theory]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("Heat", "\"\"\"Heat\"\"\"")]
    [InlineData("  indented", "\"\"\"  indented\"\"\"")]
    [InlineData("two\nlines", "\"\"\"\ntwo\nlines\n\"\"\"")]
    [InlineData("list:\n  - a\n\n  - b", "\"\"\"\nlist:\n  - a\n\n  - b\n\"\"\"")]
    [InlineData("ends with \"", "\"\"\"\nends with \"\n\"\"\"")]
    [InlineData("ends with \\", "\"\"\"\nends with \\\n\"\"\"")]
    [InlineData(" \" in front and behind \"", "\"\"\" \" in front and behind \"\n\"\"\"")]
    [InlineData("has \"\"\" inside", "\"\"\"has \\\"\"\" inside\"\"\"")]
    [InlineData("has \"\"\"", "\"\"\"\nhas \\\"\"\"\n\"\"\"")]
    public void Values_are_printed_readably(string value, string printed) => Assert.Equal(printed, BlockString.Print(value));

    [Fact]
    public void Long_lines_stand_alone()
    {
        Assert.Equal($"\"\"\"{new string('x', 70)}\"\"\"", BlockString.Print(new string('x', 70)));
        Assert.Equal($"\"\"\"\n{new string('x', 71)}\n\"\"\"", BlockString.Print(new string('x', 71)));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\nafter a blank line")]
    [InlineData("before a blank line\n")]
    [InlineData("before white space\n ")]
    [InlineData("  all\n  indented")]
    [InlineData("carriage\rreturn")]
    [InlineData("bell\u0007")]
    public void Values_that_no_block_string_means_are_not_printed(string value) => Assert.Null(BlockString.Print(value));

    [Fact]
    public void What_is_printed_is_read_back()
    {
        // Strings over the characters that block strings treat specially, and one that they do not.
        var values = Gen.Elements('"', '"', '\\', ' ', '\t', '\n', '\n', '\r', 'a').ArrayOf().Select(c => new string(c));
        Check.QuickThrowOnFailure(Prop.ForAll(values.ToArbitrary(), value =>
            BlockString.Print(value) is not { } printed || SyntaxAssert.StringValue(printed) == value));
    }

    [Fact]
    public void Reading_and_printing_settles()
    {
        var contents = Gen.Elements('"', '\\', ' ', '\n', 'a', 'b').ArrayOf().Select(c => new string(c).Replace("\"\"\"", "", StringComparison.Ordinal));
        Check.QuickThrowOnFailure(Prop.ForAll(contents.ToArbitrary(), content =>
        {
            var value = BlockString.Value(content);
            return BlockString.Print(value) is { } printed && SyntaxAssert.StringValue(printed) == value;
        }));
    }
}
