namespace GraphService.GraphQL.TypeSystem;

/// <summary>A type as fields and arguments use it: a named type, or a list or non-null wrapper around one.</summary>
public abstract class GraphQLType
{
    /// <summary>The named type inside all wrappers.</summary>
    public NamedType Named => this switch
    {
        ListType list => list.OfType.Named,
        NonNullType nonNull => nonNull.OfType.Named,
        _ => (NamedType)this,
    };

    /// <summary>The type without its outermost non-null wrapper.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    public bool IsInputType => Named is ScalarType or EnumType or InputObjectType;

    public bool IsOutputType => Named is not InputObjectType;

    public bool IsLeafType => this is ScalarType or EnumType;

    public bool IsCompositeType => this is ObjectType or InterfaceType or UnionType;

    public bool IsAbstractType => this is InterfaceType or UnionType;

    /// <summary>The type reference as SDL writes it.</summary>
    public abstract override string ToString();
}

// Spec, List
public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override string ToString() => $"[{OfType}]";
}

// Spec, Non-Null
public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override string ToString() => $"{OfType}!";
}
