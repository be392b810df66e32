using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.TypeSystem;

public class SchemaBuilderTests
{
    private const string Films = """
        "A film or series."
        interface Work { id: ID! title(short: Boolean = false): String }
        type Film implements Work { id: ID! title(short: Boolean = false, language: String): String! year: Int @deprecated(reason: "Use `years`.") }
        type Series implements Work { id: ID! title(short: Boolean = false): String }
        union Found = Film | Series
        enum Role { ACTOR DIRECTOR @deprecated }
        input Page { first: Int = 50 after: String }
        input Which @oneOf { id: ID title: String }
        scalar Date @specifiedBy(url: "https://example.org/date")
        directive @column(name: String!) repeatable on FIELD_DEFINITION | OBJECT
        type Query {
          works(page: Page = { after: "x" }, roles: [Role!]): [Work!]!
          find(which: Which!): Found
        }
        """;

    [Fact]
    public void Types_have_their_members_in_the_order_of_declaration()
    {
        var schema = Sdl.Build(Films);
        var work = Assert.IsType<InterfaceType>(schema.Type("Work"));
        var film = Assert.IsType<ObjectType>(schema.Type("Film"));
        var found = Assert.IsType<UnionType>(schema.Type("Found"));
        var role = Assert.IsType<EnumType>(schema.Type("Role"));
        var page = Assert.IsType<InputObjectType>(schema.Type("Page"));

        Assert.Equal("A film or series.", work.Description);
        Assert.Equal(["id: ID!", "title: String!", "year: Int"], film.Fields.Select(f => $"{f.Name}: {f.Type}"));
        Assert.Equal(["short: Boolean", "language: String"], film.Field("title")!.Arguments.Select(a => $"{a.Name}: {a.Type}"));
        Assert.Equal("Use `years`.", film.Field("year")!.DeprecationReason);
        Assert.Equal([work], film.Interfaces);
        Assert.Equal(["Film", "Series"], schema.PossibleTypes(work).Select(t => t.Name));
        Assert.Equal(["Film", "Series"], found.Types.Select(t => t.Name));
        Assert.Equal(["ACTOR 0 ", "DIRECTOR 1 No longer supported"], role.Values.Select(v => $"{v.Name} {v.Ordinal} {v.DeprecationReason}"));
        Assert.Equal(["first: Int", "after: String"], page.Fields.Select(f => $"{f.Name}: {f.Type}"));
        Assert.Equal(50L, page.Field("first")!.CoercedDefault);
        Assert.False(page.IsOneOf);
        Assert.True(((InputObjectType)schema.Type("Which")!).IsOneOf);
        Assert.Equal("https://example.org/date", ((ScalarType)schema.Type("Date")!).SpecifiedBy);
        Assert.Equal("[Work!]!", schema.Query.Field("works")!.Type.ToString());
    }

    [Fact]
    public void Declared_types_come_first_then_the_scalars_in_use_then_introspection() =>
        Assert.Equal(
            ["Work", "Film", "Series", "Found", "Role", "Page", "Which", "Date", "Query", "Int", "String", "Boolean", "ID",
             "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation"],
            Sdl.Build(Films).Types.Keys);

    [Fact]
    public void Directives_are_the_declared_and_the_built_in_ones()
    {
        var directives = Sdl.Build(Films).Directives;

        Assert.Equal(["column", "skip", "include", "deprecated", "specifiedBy", "oneOf"], directives.Keys);
        Assert.True(directives["column"].IsRepeatable);
        Assert.False(directives["column"].IsBuiltIn);
        Assert.Equal(["FIELD_DEFINITION", "OBJECT"], directives["column"].Locations);
        Assert.True(directives["skip"].IsBuiltIn);
        Assert.Equal("Boolean!", directives["skip"].Argument("if")!.Type.ToString());
        Assert.Equal("No longer supported", directives["deprecated"].Argument("reason")!.CoercedDefault);
        Assert.Equal(["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"], directives["deprecated"].Locations);
    }

    [Fact]
    public void Extensions_add_to_what_they_extend_wherever_they_stand()
    {
        var schema = Sdl.Build("""
            extend type Query { b: Role }
            type Query { a: Any }
            extend type Query implements Named { name: String }
            interface Named { name: String }
            enum Role { A }
            extend enum Role { B }
            union Any = Query
            extend union Any = Other
            type Other { page(in: Page): Int }
            input Page { a: Int }
            extend input Page { b: Int }
            """);

        Assert.Equal(["a", "b", "name"], schema.Query.Fields.Select(f => f.Name));
        Assert.Equal(["Named"], schema.Query.Interfaces.Select(i => i.Name));
        Assert.Equal(["A 0", "B 1"], ((EnumType)schema.Type("Role")!).Values.Select(v => $"{v.Name} {v.Ordinal}"));
        Assert.Equal(["Query", "Other"], ((UnionType)schema.Type("Any")!).Types.Select(t => t.Name));
        Assert.Equal(["a", "b"], ((InputObjectType)schema.Type("Page")!).Fields.Select(f => f.Name));
    }

    [Fact]
    public void A_schema_definition_names_the_root_types()
    {
        var schema = Sdl.Build("""
            "All about films."
            schema { query: Q }
            extend schema { mutation: M }
            type Q { a: Int }
            type M { a: Int }
            type Subscription { a: Int }
            """);

        Assert.Equal("All about films.", schema.Description);
        Assert.Equal("Q", schema.RootType(OperationType.Query)!.Name);
        Assert.Equal("M", schema.RootType(OperationType.Mutation)!.Name);
        Assert.Null(schema.RootType(OperationType.Subscription));
    }

    [Fact]
    public void Several_files_make_one_schema_and_errors_name_the_file()
    {
        SourceText[] good = [new("type Query { film: Film }", "query.graphql"), new("type Film { id: ID }", "film.graphql")];
        Assert.NotNull(SchemaBuilder.Build(good).Query.Field("film"));

        SourceText[] bad = [new("type Query {\n  film: Flim\n}", "query.graphql"), new("type Film { id: ID }\ntype Film { a: Int }", "film.graphql")];
        var e = Assert.Throws<SchemaException>(() => SchemaBuilder.Build(bad));
        Assert.Equal(
            """
            film.graphql:2:6, film.graphql:1:6: There can be only one type named "Film".
            query.graphql:2:9: Unknown type "Flim". Did you mean "Film"?
            """,
            e.Message);
        Assert.Equal(new SourceLocation(2, 9), Assert.Single(e.Errors[1].Locations));
    }

    [Fact]
    public void Syntax_errors_of_all_files_are_reported_together()
    {
        SourceText[] bad = [new("type Query {", "a.graphql"), new("type", "b.graphql")];
        var e = Assert.Throws<SchemaException>(() => SchemaBuilder.Build(bad));
        Assert.Equal(
            """
            a.graphql:1:13: Syntax Error: Expected Name, found <EOF>.
            b.graphql:1:5: Syntax Error: Expected Name, found <EOF>.
            """,
            e.Message);
    }

    [Fact]
    public void Type_references_of_requests_are_resolved()
    {
        var schema = Sdl.Build(Films);
        Assert.Equal("[Page!]!", schema.Type(Parser.ParseType("[Page!]!"))!.ToString());
        Assert.Null(schema.Type(Parser.ParseType("[Nothing!]!")));
    }

    [Fact]
    public void Deeply_nested_schemas_are_refused()
    {
        var e = Assert.Throws<SchemaException>(() => Sdl.Build("type Query { a(b: Int = " + new string('[', 100_000)));
        Assert.Contains("nested more than", e.Message, StringComparison.Ordinal);
    }
}
