namespace GraphService.Films.Tests.Fields;

/// <summary>A graph and what is asked of it. Roles are names; an empty list asks for all.</summary>
internal sealed record FilmCase(FilmGraph Graph)
{
    public int From { get; init; }

    public int To { get; init; }

    public string[] Roles { get; init; } = [];

    public string[] TheirRoles { get; init; } = [];

    public int MaxDegrees { get; init; } = 6;

    public int? ReleasedFrom { get; init; }

    public int? ReleasedTo { get; init; }

    /// <summary>Ids of people and works.</summary>
    public string[] Avoiding { get; init; } = [];

    public int MinWorks { get; init; } = 1;

    public int PageSize { get; init; } = 1;

    /// <summary>The ends of a walk, by their places among the nodes.</summary>
    public (int Start, int End) Walk { get; init; }

    /// <summary>Kinds of relationships to walk; none: all.</summary>
    public string[] Over { get; init; } = [];

    public int MaxLength { get; init; } = 16;

    public int Depth { get; init; } = 1;

    public int Limit { get; init; } = 500;

    public string StartId => Graph.Nodes.ElementAt(Walk.Start);

    public string EndId => Graph.Nodes.ElementAt(Walk.End);

    public string FromId => Graph.People[From].Id;

    public string ToId => Graph.People[To].Id;

    public override string ToString() =>
        $"{FromId} to {ToId} by [{string.Join(' ', Roles)}] and [{string.Join(' ', TheirRoles)}], at most {MaxDegrees} degrees, {ReleasedFrom}..{ReleasedTo}, "
        + $"avoiding [{string.Join(' ', Avoiding)}], sharing {MinWorks}, pages of {PageSize}; "
        + $"{StartId} to {EndId} over [{string.Join(' ', Over)}], at most {MaxLength} steps, depth {Depth}, limit {Limit}; {Graph}";
}
