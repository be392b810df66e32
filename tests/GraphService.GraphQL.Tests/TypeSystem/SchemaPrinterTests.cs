using GraphService.GraphQL.TypeSystem;
using GraphService.TestSupport;

namespace GraphService.GraphQL.Tests.TypeSystem;

public class SchemaPrinterTests
{
    private const string Everything = """"
        """Films,
        and who made them."""
        schema @tag(name: "s") { query: Root }
        directive @tag("Which." name: String!, level: Int = 1) repeatable on SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
        directive @seen on FIELD
        scalar Date @tag(name: "a") @specifiedBy(url: "https://example.org/\"date\"") @tag(name: "b")
        scalar Plain
        interface Node { "Unique." id: ID! }
        interface Named implements Node @tag(name: "n") { id: ID! name(language: String = "en"): String @deprecated(reason: "Old.") }
        type Film implements Named & Node @tag(name: "f") {
          id: ID!
          name(
            "The language."
            language: String = "fr" @tag(name: "x")
            short: Boolean! = false @deprecated(reason: "Use `shorter`.")
          ): String @tag(name: "y") @deprecated
          matrix: [[Int!]!]!
        }
        extend type Film { released: Date }
        union Any @tag(name: "u") = Film | Root
        enum Role @tag(name: "e") { ACTOR "Behind the camera." DIRECTOR @deprecated(reason: "Line\nbreak") }
        input Which @oneOf @tag(name: "w") { id: ID @tag(name: "i") title: String }
        input Page { first: Int! = 50 roles: [Role!] = [ACTOR, DIRECTOR] which: Which = { id: 5 } page: Page = null }
        type Root { films(page: Page = { first: 1 }, ratio: Float = 1.5e3): [Film!]! any: Any }
        type Query { unused: Plain }
        """";

    [Fact]
    public void A_schema_is_written_in_the_order_of_declaration_without_built_ins() =>
        Golden.Match("TypeSystem/everything.graphql", SchemaPrinter.Print(Sdl.Build(Everything)));

    [Fact]
    public void All_applied_directives_are_written_on_demand() =>
        Golden.Match("TypeSystem/everything-applied.graphql", SchemaPrinter.Print(Sdl.Build(Everything), appliedDirectives: true));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_written_builds_the_same_schema(bool appliedDirectives)
    {
        var printed = SchemaPrinter.Print(Sdl.Build(Everything), appliedDirectives);
        Assert.Equal(printed, SchemaPrinter.Print(Sdl.Build(printed), appliedDirectives));
    }

    [Fact]
    public void Default_root_types_need_no_schema_definition() =>
        Assert.Equal(
            "type Query {\n  a: Int\n}\n\ntype Mutation {\n  b: Int\n}\n",
            SchemaPrinter.Print(Sdl.Build("schema { query: Query mutation: Mutation } type Query { a: Int } type Mutation { b: Int }")));

    [Fact]
    public void A_type_with_the_name_of_a_root_that_is_none_needs_a_schema_definition() =>
        Assert.Equal(
            "schema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}\n\ntype Mutation {\n  b: Int\n}\n",
            SchemaPrinter.Print(Sdl.Build("schema { query: Query } type Query { a: Int } type Mutation { b: Int }")));
}
