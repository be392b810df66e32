using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Schema;

/// <summary>The domain file says something that cannot be served: a mistake of its author, found at start-up.</summary>
public sealed class DomainException(string message) : Exception(message)
{
    internal static DomainException At(SyntaxNode node, string message)
    {
        // A declaration begins with its description: its name is what the author looks for.
        SyntaxNode place = node switch { TypeDefinitionNode type => type.Name, MemberDefinitionNode member => member.Name, _ => node };
        return place.Location is { } location ? At(place.Source?.Name, location, message) : new(message);
    }

    internal static DomainException At(string? file, SourceLocation location, string message) =>
        new($"{file ?? "domain"}:{location.Line}:{location.Column}: {message}");
}
