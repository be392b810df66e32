namespace GraphService.Cli;

/// <summary>The queries of path and paths.</summary>
internal static class PathFields
{
    private const string Evidence = "sources { locator source { id name } }";
    private const string Credits = $"{{ role kind characters note {Evidence} }}";
    private const string PeopleParameters = "$from: ID!, $to: ID!, $roles: [Role!], $maxDegrees: Int, $releasedFrom: Int, $releasedTo: Int, $avoiding: [ID!]";
    private const string PeopleArguments = "from: $from, to: $to, roles: $roles, maxDegrees: $maxDegrees, releasedFrom: $releasedFrom, releasedTo: $releasedTo, avoiding: $avoiding";
    private const string AnyParameters = "$from: ID!, $to: ID!, $over: [RelationshipKind!], $maxLength: Int";
    private const string AnyArguments = "from: $from, to: $to, over: $over, maxLength: $maxLength";

    private const string PeoplePath = "degrees from { id name } to { id name } steps { "
        + $"from {{ id name }} fromRoles fromCredits {Credits} work {{ id kind title year }} toRoles toCredits {Credits} to {{ id name }} }}";

    private const string AnyPath = $"length nodes {{ {NodeNames.LabelFields} }} relationships {{ kind from {{ id }} to {{ id }} properties {{ name value }} {Evidence} }}";

    /// <summary>The field for one path.</summary>
    public static string One(bool isPeople) => isPeople ? "collaborationPath" : "shortestPath";

    /// <summary>The field for all shortest paths.</summary>
    public static string All(bool isPeople) => isPeople ? "collaborationPaths" : "shortestPaths";

    /// <summary>The query for one path.</summary>
    public static string OneQuery(bool isPeople) => isPeople
        ? $"query({PeopleParameters}) {{ {One(true)}({PeopleArguments}) {{ {PeoplePath} }} }}"
        : $"query({AnyParameters}) {{ {One(false)}({AnyArguments}) {{ {AnyPath} }} }}";

    /// <summary>The query for all shortest paths.</summary>
    public static string AllQuery(bool isPeople) => isPeople
        ? $"query({PeopleParameters}, $first: Int) {{ {All(true)}({PeopleArguments}, first: $first) {{ totalCount pageInfo {{ hasNextPage endCursor }} nodes {{ {PeoplePath} }} }} }}"
        : $"query({AnyParameters}, $first: Int) {{ {All(false)}({AnyArguments}, first: $first) {{ totalCount pageInfo {{ hasNextPage endCursor }} nodes {{ {AnyPath} }} }} }}";
}
