using System.Text.Json;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Execution.Coercion;

/// <summary>Coerces variables as a request sends them, for tests.</summary>
internal static class VariableRequest
{
    /// <param name="schema">The schema.</param>
    /// <param name="definitions">The variable definitions in parentheses.</param>
    /// <param name="json">The variables; null for none at all.</param>
    /// <param name="limits">Bounds other than the usual.</param>
    public static (VariableValues? Values, IReadOnlyList<GraphQLError> Errors) Coerce(Schema schema, string definitions, string? json, VariableLimits? limits = null)
    {
        var document = Parser.ParseDocument(new SourceText($"query {definitions} {{ a }}"));
        var variables = json is null ? default : JsonDocument.Parse(json).RootElement;
        return VariableCoercion.Coerce(schema, (OperationDefinitionNode)document.Definitions[0], variables, limits: limits);
    }
}
