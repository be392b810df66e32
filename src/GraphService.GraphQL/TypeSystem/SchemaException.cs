using System.Globalization;

namespace GraphService.GraphQL.TypeSystem;

/// <summary>Schema files that are no valid type system: every fault, in the order of files and lines.</summary>
public sealed class SchemaException(IReadOnlyList<GraphQLError> errors) : Exception(Describe(errors))
{
    /// <summary>
    /// The faults. <c>extensions.files</c> names the file of each location, where files have names.
    /// </summary>
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;

    private static string Describe(IReadOnlyList<GraphQLError> errors) =>
        string.Join('\n', errors.Select(error => Place(error) + error.Message));

    private static string Place(GraphQLError error)
    {
        if (error.Locations.Count == 0)
        {
            return "";
        }

        var files = error.Extensions.FirstOrDefault(e => e.Key == SchemaErrors.Files).Value as IReadOnlyList<string>;
        return string.Join(", ", error.Locations.Select((location, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{files?[i] ?? "schema"}:{location.Line}:{location.Column}"))) + ": ";
    }
}
