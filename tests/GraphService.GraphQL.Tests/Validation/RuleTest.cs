using GraphService.GraphQL.Language;
using GraphService.GraphQL.Validation;

namespace GraphService.GraphQL.Tests.Validation;

/// <summary>Runs one rule over queries to <see cref="FilmSchema"/>.</summary>
public abstract class RuleTest
{
    // Hostile documents are meant to reach the rules here; that the parser stops them earlier is its own test.
    private static readonly ParserOptions Unbounded = new()
    {
        MaxTokens = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue,
        MaxDepth = ParserOptions.LargestDepth,
    };

    private protected abstract ValidationRule CreateRule(ValidationContext context);

    private protected virtual ValidationOptions Options => new() { MaxErrors = 100 };

    private protected void Valid(string query) => Invalid(query);

    private protected void Invalid(string query, params GraphQLError[] expected) =>
        Assert.Equal(Shown(expected), Shown(Validate(query).Errors));

    private protected static GraphQLError Error(string message, params (int Line, int Column)[] at) =>
        new(message, ErrorCodes.ValidationFailed) { Locations = [.. at.Select(l => new SourceLocation(l.Line, l.Column))] };

    private protected static GraphQLError Limit(string name, int value, string message, params (int Line, int Column)[] at) =>
        GraphQLErrors.Limit(name, value, message) with { Locations = [.. at.Select(l => new SourceLocation(l.Line, l.Column))] };

    private protected ValidationContext Validate(string query)
    {
        var document = Parser.ParseDocument(new SourceText(query), Unbounded);
        var context = new ValidationContext(FilmSchema.Instance, document, Options);
        DocumentValidator.Run(context, [CreateRule]);
        return context;
    }

    private static string Shown(IEnumerable<GraphQLError> errors) => string.Join('\n', errors.Select(Shown));

    private static string Shown(GraphQLError error)
    {
        var limit = error.Extensions.Select(e => e.Value).OfType<IEnumerable<KeyValuePair<string, object?>>>().SelectMany(pairs => pairs);
        return $"{error.Code} {error.Message} {string.Join(' ', error.Locations.Select(l => $"{l.Line}:{l.Column}"))} {string.Join(' ', limit)}";
    }
}
