using System.Text.Json;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem;

/// <summary>A scalar, with how its values are read from literals and from JSON variables.</summary>
public sealed class ScalarType(string name) : NamedType(name)
{
    public string? SpecifiedBy { get; init; }

    /// <summary>Spec, Input Coercion for a literal: the value (long, double, string, bool), or null with a reason, which ends without a full stop.</summary>
    public required Func<ValueNode, (object? Value, string? Error)> ParseLiteral { get; init; }

    /// <summary>Spec, Input Coercion for a JSON value of a variable.</summary>
    public required Func<JsonElement, (object? Value, string? Error)> ParseJson { get; init; }
}
