namespace GraphService.GraphQL.Execution.Coercion;

/// <summary>Bounds on what variables may hold. The depth of their JSON is bounded where it is parsed.</summary>
public sealed class VariableLimits
{
    public static VariableLimits Default { get; } = new();

    /// <summary>Items of one list.</summary>
    public int MaxListLength { get; init; } = 1_000;

    /// <summary>Values of all variables together, objects, lists and what is in them.</summary>
    public int MaxInputNodes { get; init; } = 5_000;
}
