using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Schema;

/// <summary>The domain file says something that cannot be served: a mistake of its author, found at start-up.</summary>
public sealed class DomainException(string message) : Exception(message)
{
    internal static DomainException At(SyntaxNode node, string message) =>
        new(node.Location is { } location ? $"{node.Source?.Name ?? "domain"}:{location.Line}:{location.Column}: {message}" : message);
}
