using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.TypeSystem.Rules;

public class DirectiveDefinitionsTests
{
    [Theory]
    [InlineData("directive @a(b: Query) on FIELD", "1:17 The type of @a(b:) must be Input Type but got: Query.")]
    [InlineData("directive @a(b: Int! @deprecated) on FIELD", "1:22 Required argument @a(b:) cannot be deprecated.")]
    [InlineData(
        "directive @a(b: Int @a) on ARGUMENT_DEFINITION",
        "1:12 Directive \"@a\" must not reference itself, directly or through the types of its arguments.")]
    [InlineData(
        "directive @a(b: Int @c) on ARGUMENT_DEFINITION directive @c(d: Int @a) on ARGUMENT_DEFINITION",
        "1:12 Directive \"@a\" must not reference itself, directly or through the types of its arguments.",
        "1:59 Directive \"@c\" must not reference itself, directly or through the types of its arguments.")]
    [InlineData(
        "directive @a(b: [In!]) on ENUM_VALUE | INPUT_OBJECT input In { e: E in: In } enum E { V @a }",
        "1:12 Directive \"@a\" must not reference itself, directly or through the types of its arguments.")]
    [InlineData(
        "directive @a(b: S) on SCALAR scalar S @a(b: 1)",
        "1:12 Directive \"@a\" must not reference itself, directly or through the types of its arguments.")]
    public void Directives_are_well_defined(string sdl, params string[] faults) => Sdl.Refuses(sdl, faults);

    [Fact]
    public void Types_that_refer_to_themselves_are_no_cycle_of_directives() =>
        Sdl.Accepts("directive @a(b: In) on FIELD directive @c on INPUT_FIELD_DEFINITION input In { in: In @c }");

    [Fact]
    public void Locations_are_known_and_there_is_one()
    {
        // The parser refuses these; a document made by code may still have them.
        var document = new DocumentNode(
        [
            new DirectiveDefinitionNode { Name = new NameNode("a") },
            new DirectiveDefinitionNode { Name = new NameNode("b"), Locations = [new NameNode("NOWHERE")] },
        ]);
        var e = Assert.Throws<SchemaException>(() => SchemaBuilder.Build(document));
        Assert.Equal(
            """
            Query root type must be provided.
            Directive @a must include 1 or more locations.
            Unknown directive location "NOWHERE".
            """,
            e.Message);
    }
}
