using System.Text.Json;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.Introspection;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Introspection;

/// <summary>Runs operations whose root fields are all of introspection.</summary>
internal static class Introspect
{
    /// <summary>The value of <c>data</c>; fails when there are errors.</summary>
    public static string Data(string document, string variables = "{}", Schema? schema = null)
    {
        var (data, errors) = Execute(document, variables, schema);
        Assert.Empty(errors);
        return data;
    }

    public static (string Data, IReadOnlyList<GraphQLError> Errors) Execute(string document, string variables = "{}", Schema? schema = null)
    {
        schema ??= FilmSchema.Instance;
        var parsed = Parser.ParseDocument(new SourceText(document));
        var operation = OperationCompiler.Compile(schema, parsed, OperationCompiler.GetOperation(parsed, null));
        using var json = JsonDocument.Parse(variables);
        var (values, refused) = VariableCoercion.Coerce(schema, operation.Definition, json.RootElement);
        Assert.Empty(refused);

        var errors = new List<GraphQLError>();
        using var response = ResponseWriter.Rent();
        var context = new IntrospectionContext
        {
            Schema = schema,
            Response = response,
            Conditions = [.. operation.Conditions.Select(condition => condition.Holds(name => values!.TryGet(name, out var value) && value is true))],
            Variables = values!,
            Errors = errors,
        };
        response.Raw("{"u8);
        foreach (var field in operation.Selections.For(operation.RootType))
        {
            response.Raw(response.Position == 1 ? field.Key.AsSpan(1) : field.Key);
            if (!IntrospectionSource.Write(field, context))
            {
                return ("null", errors);
            }
        }

        response.Raw("}"u8);
        return (response.ToString(), errors);
    }
}
