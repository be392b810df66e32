using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem;

/// <summary>A valid, immutable type system. Made by <see cref="SchemaBuilder"/>.</summary>
public sealed class Schema
{
    internal Schema(ObjectType query, ObjectType? mutation, ObjectType? subscription, IReadOnlyDictionary<string, NamedType> types, IReadOnlyDictionary<string, DirectiveDefinition> directives)
    {
        Query = query;
        Mutation = mutation;
        Subscription = subscription;
        Types = types;
        Directives = directives;
        foreach (var type in types.Values)
        {
            if (type is InterfaceType or UnionType)
            {
                _possibleTypes[type] = type is UnionType union
                    ? [.. union.Types]
                    : [.. types.Values.OfType<ObjectType>().Where(o => o.Interfaces.Contains(type))];
            }
        }
    }

    private readonly Dictionary<NamedType, IReadOnlyList<ObjectType>> _possibleTypes = [];

    public string? Description { get; init; }

    /// <summary>Directives applied to the schema definition, extensions included.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; init; } = [];

    public ObjectType Query { get; }

    public ObjectType? Mutation { get; }

    public ObjectType? Subscription { get; }

    /// <summary>All types by name, in the order of declaration, built-in scalars and introspection types included.</summary>
    public IReadOnlyDictionary<string, NamedType> Types { get; }

    /// <summary>All directives by name, built-in ones included.</summary>
    public IReadOnlyDictionary<string, DirectiveDefinition> Directives { get; }

    public NamedType? Type(string name) => Types.GetValueOrDefault(name);

    /// <summary>The type that a reference in a document means; null when the schema has no type of that name.</summary>
    public GraphQLType? Type(TypeNode reference) => reference switch
    {
        NonNullTypeNode nonNull => Type(nonNull.OfType) is { } inner ? new NonNullType(inner) : null,
        ListTypeNode list => Type(list.OfType) is { } item ? new ListType(item) : null,
        _ => Type(((NamedTypeNode)reference).Name.Value),
    };

    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => Query,
        OperationType.Mutation => Mutation,
        _ => Subscription,
    };

    /// <summary>Spec, GetPossibleTypes: the object types that a composite type can be at run time, in the order of declaration.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(NamedType composite) =>
        composite is ObjectType o ? [o] : _possibleTypes.GetValueOrDefault(composite, []);

    /// <summary>Spec, IsSubType for named types: the same, an implementation or a member.</summary>
    public bool IsSubType(NamedType type, NamedType superType) => Covers(superType, type);

    internal static bool Covers(NamedType superType, NamedType type) =>
        type == superType
        || (superType is InterfaceType i && type is FieldsType fields && fields.Interfaces.Contains(i))
        || (superType is UnionType union && type is ObjectType o && union.Types.Contains(o));
}
