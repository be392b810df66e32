using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Introspection;

/// <summary>What a request brings to <see cref="IntrospectionSource"/>.</summary>
public readonly struct IntrospectionContext
{
    /// <summary>The schema to tell about; the operation was compiled for it.</summary>
    public required Schema Schema { get; init; }

    /// <summary>Where the values go.</summary>
    public required ResponseWriter Response { get; init; }

    /// <summary>Whether each of <see cref="CompiledOperation.Conditions"/> holds in this request.</summary>
    public required bool[] Conditions { get; init; }

    public required VariableValues Variables { get; init; }

    /// <summary>Errors of fields are added here, with their paths.</summary>
    public required ICollection<GraphQLError> Errors { get; init; }
}
