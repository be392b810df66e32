using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Language;

public static class Printer
{
    public static string Print(SyntaxNode node) => node.GetType().Name;
}
