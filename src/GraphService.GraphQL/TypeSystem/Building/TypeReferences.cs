using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem.Building;

/// <summary>Finds the types that references mean. Each wrapper around a type is made once.</summary>
internal sealed class TypeReferences(OrderedDictionary<string, NamedType> declared, SchemaErrors errors)
{
    private readonly Dictionary<string, NamedType> _builtIn = BuiltInScalars.All.ToDictionary(scalar => scalar.Name, NamedType (scalar) => scalar);
    private readonly Dictionary<string, NamedType> _unknown = [];
    private readonly Dictionary<GraphQLType, ListType> _lists = [];
    private readonly Dictionary<GraphQLType, NonNullType> _nonNulls = [];
    private readonly HashSet<NamedType> _used = [];

    public void AddBuiltIn(NamedType type) => _builtIn.Add(type.Name, type);

    public bool IsUsed(NamedType type) => _used.Contains(type);

    /// <summary>True for the stand-in of a name that nothing defines.</summary>
    public bool IsUnknown(NamedType type) => _unknown.GetValueOrDefault(type.Name) == type;

    public GraphQLType Find(TypeNode node)
    {
        switch (node)
        {
            case NonNullTypeNode nonNull:
                var nullable = Find(nonNull.OfType);
                return _nonNulls.TryGetValue(nullable, out var known) ? known : _nonNulls[nullable] = new NonNullType(nullable);
            case ListTypeNode list:
                var item = Find(list.OfType);
                return _lists.TryGetValue(item, out var knownList) ? knownList : _lists[item] = new ListType(item);
            default:
                return Find((NamedTypeNode)node);
        }
    }

    public NamedType Find(NamedTypeNode node)
    {
        var name = node.Name.Value;
        if (declared.TryGetValue(name, out var type) || _builtIn.TryGetValue(name, out type))
        {
            _used.Add(type);
            return type;
        }

        errors.Add($"Unknown type \"{name}\".{Suggestions.DidYouMean(name, declared.Keys.Concat(BuiltInScalars.All.Select(scalar => scalar.Name)))}", node);

        // A scalar that takes anything stands in, so that one missing type is one error and not ten.
        if (!_unknown.TryGetValue(name, out var standIn))
        {
            _unknown[name] = standIn = new ScalarType(name) { ParseLiteral = _ => (null, null), ParseJson = _ => (null, null) };
        }

        return standIn;
    }
}
