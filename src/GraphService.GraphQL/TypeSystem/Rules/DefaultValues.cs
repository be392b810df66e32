using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem.Rules;

/// <summary>Spec, Values of Correct Type, for schemas: default values fit their types.</summary>
internal static class DefaultValues
{
    public static void Check(SchemaDraft draft, SchemaErrors errors)
    {
        foreach (var type in draft.DeclaredTypes)
        {
            switch (type)
            {
                case FieldsType fields:
                    foreach (var field in fields.Fields)
                    {
                        Check(field.Arguments, argument => $"{type}.{field.Name}({argument}:)", errors);
                    }

                    break;
                case InputObjectType input:
                    Check(input.Fields, field => $"{type}.{field}", errors);
                    break;
            }
        }

        foreach (var directive in draft.DeclaredDirectives)
        {
            Check(directive.Arguments, argument => $"@{directive.Name}({argument}:)", errors);
        }
    }

    private static void Check(IReadOnlyList<InputValue> inputs, Func<string, string> coordinate, SchemaErrors errors)
    {
        foreach (var input in inputs.Where(input => input.DefaultValue is not null && input.Type.IsInputType))
        {
            var coercer = new LiteralCoercer(null) { AddsDefaults = false };
            coercer.Coerce(input.DefaultValue!, input.Type, new InputPath(null, input.Name));
            foreach (var error in coercer.Errors)
            {
                errors.Add($"{coordinate(input.Name)} has invalid default value{error.At}: {error.Message}", error.Node);
            }
        }
    }
}
