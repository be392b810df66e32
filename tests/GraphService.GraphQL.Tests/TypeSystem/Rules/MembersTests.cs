using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.TypeSystem.Rules;

public class MembersTests
{
    [Theory]
    [InlineData("union U", "1:7 Union type U must define one or more member types.")]
    [InlineData("union U = Query | Query", "1:19 Union type U can only include type Query once.")]
    [InlineData("union U = Query extend union U = Query", "1:34 Union type U can only include type Query once.")]
    [InlineData("union U = I interface I { a: Int }", "1:11 Union type U can only include Object types, it cannot include I.")]
    [InlineData("union U = Int", "1:11 Union type U can only include Object types, it cannot include Int.")]
    [InlineData("enum E", "1:6 Enum type E must define one or more values.")]
    public void Unions_have_object_types_and_enums_have_values(string sdl, string fault) => Sdl.Refuses(sdl, fault);

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("null")]
    public void No_enum_value_is_named_like_another_literal(string name)
    {
        // The parser refuses such a name; a document made by code may still have it.
        var document = new DocumentNode([new EnumTypeDefinitionNode
        {
            Name = new NameNode("E"),
            Values = [new EnumValueDefinitionNode { Name = new NameNode(name) }],
        }]);
        var e = Assert.Throws<SchemaException>(() => SchemaBuilder.Build(document));
        Assert.Contains($"Enum values cannot be named: {name}.", e.Errors.Select(error => error.Message));
    }
}
