using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem;

public static class SchemaBuilder
{
    public static Schema Build(DocumentNode document) => throw new NotSupportedException(document.ToString());
}
