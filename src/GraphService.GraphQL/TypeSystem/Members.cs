using System.Runtime.CompilerServices;
using GraphService.GraphQL.Execution.Coercion;
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

    /// <summary>Where it was declared, for errors about the schema.</summary>
    internal SyntaxNode? Node { get; init; }
}

// Spec, Field definitions of objects and interfaces
public sealed class FieldDefinition(string name) : Member(name)
{
    public required GraphQLType Type { get; init; }

    public IReadOnlyList<InputValue> Arguments { get; init; } = [];

    /// <summary>The argument of that name, or null.</summary>
    public InputValue? Argument(string name) => InputValue.Find(Arguments, name);
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValue(string name) : Member(name)
{
    public required GraphQLType Type { get; init; }

    /// <summary>The default as written; null when there is none.</summary>
    public ValueNode? DefaultValue { get; init; }

    /// <summary>True when a request must give it: non-null without default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;

    /// <summary>The default after input coercion; null when there is none.</summary>
    public object? CoercedDefault
    {
        get
        {
            // Coerced on demand, because a default may be filled up with the defaults of fields that it leaves out.
            _coercedDefault ??= new(DefaultValue is null ? null : new LiteralCoercer(null).Coerce(DefaultValue, Type, new InputPath(null, Name)));
            return _coercedDefault.Value;
        }
    }

    private StrongBox<object?>? _coercedDefault;

    // Arguments are few: a walk is faster than a hash.
    internal static InputValue? Find(IReadOnlyList<InputValue> values, string name)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Name == name)
            {
                return values[i];
            }
        }

        return null;
    }
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

    /// <summary>The argument of that name, or null.</summary>
    public InputValue? Argument(string name) => InputValue.Find(Arguments, name);

    public bool IsRepeatable { get; init; }

    public bool IsBuiltIn { get; init; }
}
