namespace GraphService.GraphQL.Validation;

/// <summary>Bounds on what a valid document may ask for, and on the work of finding out. The same in every environment.</summary>
public sealed class ValidationOptions
{
    /// <summary>For requests.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>Errors after which validation stops: nobody mends more at a time, and a hostile document could have thousands.</summary>
    public int MaxErrors { get; init; } = 5;

    /// <summary>Locations given with one error.</summary>
    public int MaxLocations { get; init; } = 10;

    /// <summary>Levels of fields in an operation, fragments expanded; fields of introspection do not count.</summary>
    public int MaxDepth { get; init; } = 15;

    /// <summary>
    /// Lists within lists in introspection (fields, args, inputFields, interfaces, possibleTypes, enumValues): each level
    /// multiplies the answer. The introspection query of the usual tools has 2, documentation browsers have 3.
    /// </summary>
    public int MaxIntrospectionDepth { get; init; } = 3;

    /// <summary><c>ofType</c> within <c>ofType</c>; the usual tools have 9.</summary>
    public int MaxOfTypeDepth { get; init; } = 16;

    /// <summary>
    /// Aliases in the whole document. Aliases are what makes one request ask the same thing many times; fields of the
    /// root without an alias are merged, so this bounds root fields too.
    /// </summary>
    public int MaxAliases { get; init; } = 30;

    /// <summary>Fragments that operations reach, each counted once per operation.</summary>
    public int MaxFragmentVisits { get; init; } = 1_000;

    /// <summary>Fields put into merged selection sets while looking for conflicts; about twice the fields of an honest document.</summary>
    public int MaxFieldMerges { get; init; } = 100_000;
}
