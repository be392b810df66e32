using GraphService.Films.Tests.TestSupport;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.TypeSystem;
using GraphService.TestSupport;

namespace GraphService.Films.Tests.Schema;

public class ServedSchemaTests
{
    [Fact]
    public void The_served_schema_is_as_approved() => Golden.Match("schema.graphql", FilmService.Domain.Sdl);

    [Fact]
    public void The_served_schema_builds_the_same_schema_again()
    {
        var document = Parser.ParseDocument(new SourceText(FilmService.Domain.Sdl), ParserOptions.Schema);

        Assert.Equal(FilmService.Domain.Sdl, Printer.Print(document));
        Assert.Equal(FilmService.Domain.Schema.Types.Count, Build(document).Types.Count);
    }

    private static GraphQL.TypeSystem.Schema Build(GraphQL.Language.Ast.DocumentNode document) =>
        SchemaBuilder.Build(document, new Dictionary<string, ScalarCoercion>(StringComparer.Ordinal) { ["Date"] = ScalarCoercion.Date, ["Long"] = ScalarCoercion.Long });
}
