namespace GraphService.GraphQL.Language.Ast;

/// <summary>A node of a parsed document. Immutable; positions are UTF-16 offsets into <see cref="SourceText"/>.</summary>
public abstract class SyntaxNode
{
    /// <summary>Offset of the first character.</summary>
    public int Start { get; init; }

    /// <summary>Offset after the last character.</summary>
    public int End { get; init; }

    /// <summary>The text this node was parsed from; null for nodes made by code.</summary>
    public SourceText? Source { get; init; }

    /// <summary>Line and column of the node, as errors show them; null for nodes made by code.</summary>
    public SourceLocation? Location => Source?.LocationOf(Start);

    /// <summary>The node as GraphQL text.</summary>
    public override string ToString() => Printer.Print(this);
}

/// <summary>Names are nodes, because errors point at them.</summary>
public sealed class NameNode(string value) : SyntaxNode
{
    public string Value { get; } = value;
}

// Spec, Document: Document : Definition+
public sealed class DocumentNode(IReadOnlyList<DefinitionNode> definitions) : SyntaxNode
{
    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;
}

/// <summary>An executable definition, or a definition or extension of the type system.</summary>
public abstract class DefinitionNode : SyntaxNode
{
    /// <summary>September 2025 allows descriptions on executable definitions too.</summary>
    public StringValueNode? Description { get; init; }

    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}
