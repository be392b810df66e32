using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem;

/// <summary>What fields, arguments, input fields and enum values share.</summary>
public abstract class Member(string name)
{
    public string Name { get; } = name;

    public string? Description { get; init; }

    /// <summary>Not null when deprecated.</summary>
    public string? DeprecationReason { get; init; }

    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

// Spec, Field definitions of objects and interfaces
public sealed class FieldDefinition(string name) : Member(name)
{
    public required GraphQLType Type { get; init; }

    public IReadOnlyList<InputValue> Arguments { get; init; } = [];

    public InputValue? Argument(string name)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Name == name)
            {
                return argument;
            }
        }

        return null;
    }
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValue(string name) : Member(name)
{
    public required GraphQLType Type { get; init; }

    /// <summary>The default as written; null when there is none.</summary>
    public ValueNode? DefaultValue { get; init; }

    /// <summary>True when a request must give it: non-null without default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;
}

/// <param name="name">The value's name.</param>
/// <param name="ordinal">Its place in the declaration, from 0.</param>
public sealed class EnumValue(string name, int ordinal) : Member(name)
{
    public int Ordinal { get; } = ordinal;
}

// Spec, Directives
public sealed class DirectiveDefinition(string name) : Member(name)
{
    public IReadOnlyList<InputValue> Arguments { get; init; } = [];

    /// <summary>Names of the specification's directive locations, such as <c>FIELD</c>.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];

    public bool IsRepeatable { get; init; }

    public bool IsBuiltIn { get; init; }
}
