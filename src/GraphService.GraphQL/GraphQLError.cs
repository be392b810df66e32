using GraphService.GraphQL.Language;

namespace GraphService.GraphQL;

/// <summary>An error as the response carries it (spec, Response Format, Errors).</summary>
/// <param name="Message">What was wrong and how to mend the request.</param>
/// <param name="Code">One of <see cref="ErrorCodes"/>, sent as <c>extensions.code</c>.</param>
public sealed record GraphQLError(string Message, string Code)
{
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Strings (response names) and ints (list indices); null before execution.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>What <c>extensions</c> says besides the code: strings, ints, longs, and lists and dictionaries of them, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Extensions { get; init; } = [];
}
