using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem.Building;

/// <summary>A type system whose members are in place but which no rule has looked at yet.</summary>
internal sealed class SchemaDraft(SchemaDefinitions definitions)
{
    public SchemaDefinitions Definitions { get; } = definitions;

    /// <summary>Types of the documents, then the built-in scalars they use, then the types of introspection.</summary>
    public OrderedDictionary<string, NamedType> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Directives of the documents, then the built-in ones.</summary>
    public OrderedDictionary<string, DirectiveDefinition> Directives { get; } = new(StringComparer.Ordinal);

    public List<RootType> Roots { get; } = [];

    /// <summary>The types that the documents declare: what the rules look at.</summary>
    public IEnumerable<NamedType> DeclaredTypes => Types.Values.Where(type => !type.IsBuiltIn);

    public IEnumerable<DirectiveDefinition> DeclaredDirectives => Directives.Values.Where(directive => !directive.IsBuiltIn);

    public Schema ToSchema() => new(Root(OperationType.Query)!, Root(OperationType.Mutation), Root(OperationType.Subscription), Types, Directives)
    {
        Description = Definitions.Schema?.Description?.Value,
        AppliedDirectives = [.. Definitions.SchemaParts.SelectMany(part => part.Directives)],
    };

    private ObjectType? Root(OperationType operation) =>
        (ObjectType?)Roots.Find(root => root.Operation == operation)?.Type;
}

/// <summary>Where a kind of operation begins; the node is the place that says so, or the type that has the default name.</summary>
internal sealed record RootType(OperationType Operation, NamedType Type, SyntaxNode? Node);
