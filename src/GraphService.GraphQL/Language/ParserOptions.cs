namespace GraphService.GraphQL.Language;

/// <summary>Bounds on what a document may hold, so that a hostile one costs little to refuse.</summary>
public sealed class ParserOptions
{
    /// <summary>For requests.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>For schema files, which are trusted to be as large as they like; nesting stays bounded.</summary>
    public static ParserOptions Schema { get; } = new()
    {
        MaxTokens = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue,
        MaxFields = int.MaxValue,
    };

    /// <summary>Tokens of a document; comments, commas and white space are none.</summary>
    public int MaxTokens { get; init; } = 20_000;

    /// <summary>
    /// Levels of nesting, counted together over selection sets, list and object values and list types. Whatever walks a
    /// document recursively relies on it, so it cannot exceed <see cref="LargestDepth"/>.
    /// </summary>
    public int MaxDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LargestDepth);
            field = value;
        }
    } = 100;

    /// <summary>A depth that a thread's stack still holds with room to spare.</summary>
    public const int LargestDepth = 200;

    /// <summary>Directives on one field, fragment, operation, variable or definition.</summary>
    public int MaxDirectivesPerLocation { get; init; } = 4;

    /// <summary>Fields, fragment spreads and inline fragments of a document.</summary>
    public int MaxFields { get; init; } = 2_048;
}
