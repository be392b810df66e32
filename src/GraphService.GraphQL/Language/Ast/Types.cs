namespace GraphService.GraphQL.Language.Ast;

// Spec, Type References
public abstract class TypeNode : SyntaxNode;

public sealed class NamedTypeNode(NameNode name) : TypeNode
{
    public NameNode Name { get; } = name;
}

public sealed class ListTypeNode(TypeNode ofType) : TypeNode
{
    public TypeNode OfType { get; } = ofType;
}

/// <summary>The inner type is a named or a list type, never another non-null.</summary>
public sealed class NonNullTypeNode(TypeNode ofType) : TypeNode
{
    public TypeNode OfType { get; } = ofType;
}
