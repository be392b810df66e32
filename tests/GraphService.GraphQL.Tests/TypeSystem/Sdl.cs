using GraphService.GraphQL.Language;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.TypeSystem;

/// <summary>Builds schemas for tests, and shows what is wrong with bad ones.</summary>
internal static class Sdl
{
    public static Schema Build(string sdl) => SchemaBuilder.Build(new SourceText(sdl));

    /// <summary>Each fault as "line:column message"; several places are joined by commas.</summary>
    public static IReadOnlyList<string> Faults(string sdl)
    {
        var e = Assert.Throws<SchemaException>(() => Build(sdl));
        Assert.All(e.Errors, error => Assert.Equal(ErrorCodes.ValidationFailed, error.Code));
        return [.. e.Errors.Select(error => $"{string.Join(',', error.Locations.Select(l => $"{l.Line}:{l.Column}"))} {error.Message}")];
    }

    /// <summary>Asserts the faults of a schema to which a query type is added at the end.</summary>
    public static void Refuses(string sdl, params string[] faults) => Assert.Equal(faults, Faults(sdl + "\ntype Query { unused: Boolean }"));

    /// <summary>Asserts that a schema is valid to which a query type is added at the end.</summary>
    public static void Accepts(string sdl) => Build(sdl + "\ntype Query { unused: Boolean }");
}
