using GraphService.GraphQL.Language;
using GraphService.GraphQL.TypeSystem;
using GraphService.TestSupport;

namespace GraphService.GraphQL.Tests.Introspection;

/// <summary>A small schema of films with every kind of type.</summary>
internal static class FilmSchema
{
    public static string Sdl { get; } = Golden.ReadInput("Introspection/films.graphql");

    public static Schema Instance { get; } = SchemaBuilder.Build(new SourceText(Sdl, "films.graphql"));
}
