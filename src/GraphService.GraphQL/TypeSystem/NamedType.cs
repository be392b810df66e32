using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem;

/// <summary>A type that has a name. Types refer to each other, so <see cref="SchemaBuilder"/> fills their members in a second step.</summary>
public abstract class NamedType(string name) : GraphQLType
{
    public string Name { get; } = name;

    public string? Description { get; init; }

    /// <summary>Directives applied where the type was declared, extensions included.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; internal set; } = [];

    /// <summary>True for the five scalars of the specification and for the types of introspection.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>The name in its definition, where errors about the whole type point.</summary>
    internal NameNode? Node { get; init; }

    public sealed override string ToString() => Name;
}

/// <summary>What objects and interfaces share.</summary>
public abstract class FieldsType(string name) : NamedType(name)
{
    /// <summary>Fields in the order of declaration.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; internal set; } = [];

    /// <summary>Interfaces that the declaration names.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];

    /// <summary>The field of that name, or null.</summary>
    public FieldDefinition? Field(string name) => FieldsByName.GetValueOrDefault(name);

    internal Dictionary<string, FieldDefinition> FieldsByName { get; } = new(StringComparer.Ordinal);
}

// Spec, Objects
public sealed class ObjectType(string name) : FieldsType(name);

// Spec, Interfaces
public sealed class InterfaceType(string name) : FieldsType(name);

// Spec, Unions
public sealed class UnionType(string name) : NamedType(name)
{
    public IReadOnlyList<ObjectType> Types { get; internal set; } = [];
}

// Spec, Enums
public sealed class EnumType(string name) : NamedType(name)
{
    public IReadOnlyList<EnumValue> Values { get; internal set; } = [];

    public EnumValue? Value(string name) => ValuesByName.GetValueOrDefault(name);

    internal Dictionary<string, EnumValue> ValuesByName { get; } = new(StringComparer.Ordinal);
}

// Spec, Input Objects
public sealed class InputObjectType(string name) : NamedType(name)
{
    public IReadOnlyList<InputValue> Fields { get; internal set; } = [];

    /// <summary>True with <c>@oneOf</c>: exactly one field must be given, and not null.</summary>
    public bool IsOneOf { get; internal set; }

    public InputValue? Field(string name) => FieldsByName.GetValueOrDefault(name);

    internal Dictionary<string, InputValue> FieldsByName { get; } = new(StringComparer.Ordinal);
}
