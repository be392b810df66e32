using System.Text.Json;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Execution.Coercion;

// Spec, Coercing Variable Values: CoerceVariableValues()
public static class VariableCoercion
{
    /// <summary>Coerces the variables of a request to the types that the operation declares.</summary>
    /// <param name="schema">Knows the types.</param>
    /// <param name="operation">Declares the variables. What it does not declare is ignored.</param>
    /// <param name="variables">A JSON object; Undefined and Null are none. Its depth is bounded by whoever parsed it.</param>
    /// <param name="maxErrors">After so many errors the rest is not looked at.</param>
    /// <param name="limits">Bounds on lists and on the whole; the defaults when null.</param>
    /// <returns>The values; null when there are errors.</returns>
    public static (VariableValues? Values, IReadOnlyList<GraphQLError> Errors) Coerce(
        Schema schema, OperationDefinitionNode operation, JsonElement variables, int maxErrors = 50, VariableLimits? limits = null)
    {
        if (operation.VariableDefinitions.Count == 0)
        {
            return (VariableValues.Empty, []);
        }

        if (variables.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            return (null, [new GraphQLError("Variables must be a JSON object.", ErrorCodes.BadRequest)]);
        }

        limits ??= VariableLimits.Default;
        if (variables.ValueKind == JsonValueKind.Object && variables.GetPropertyCount() > limits.MaxInputNodes)
        {
            return (null, [VariableErrors.TooManyNodes(limits)]);
        }

        var errors = new VariableErrors(maxErrors);
        var given = Given(operation, variables);
        var coercer = new JsonCoercer(errors, limits);
        var values = new Dictionary<string, object?>(operation.VariableDefinitions.Count, StringComparer.Ordinal);
        try
        {
            foreach (var definition in operation.VariableDefinitions)
            {
                errors.Begin(definition);
                Coerce(schema, definition, given, coercer, errors, values);
            }
        }
        catch (CoercionEndedException)
        {
            return (null, errors.All);
        }

        return errors.All.Count == 0 ? (new VariableValues(values), []) : (null, errors.All);
    }

    private static void Coerce(
        Schema schema,
        VariableDefinitionNode definition,
        Dictionary<string, JsonElement> given,
        JsonCoercer coercer,
        VariableErrors errors,
        Dictionary<string, object?> values)
    {
        var name = definition.Variable.Name.Value;
        if (schema.Type(definition.Type) is not { IsInputType: true } type)
        {
            errors.AddOther($"Variable \"${name}\" expected value of type \"{definition.Type}\" which cannot be used as an input type.");
        }
        else if (!given.TryGetValue(name, out var json))
        {
            if (definition.DefaultValue is not null)
            {
                values[name] = ValueCoercion.CoerceLiteral(definition.DefaultValue, type, null);
            }
            else if (type is NonNullType)
            {
                errors.AddOther($"Variable \"${name}\" of required type \"{type}\" was not provided.");
            }
        }
        else if (json.ValueKind == JsonValueKind.Null && type is NonNullType)
        {
            errors.AddOther($"Variable \"${name}\" of non-null type \"{type}\" must not be null.");
        }
        else
        {
            values[name] = coercer.Coerce(json, type, new InputPath(null, name));
        }
    }

    // One pass over the JSON: names are unescaped once, and of a repeated name the last counts, as everywhere in JSON.
    private static Dictionary<string, JsonElement> Given(OperationDefinitionNode operation, JsonElement variables)
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (variables.ValueKind == JsonValueKind.Object)
        {
            var declared = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var property in variables.EnumerateObject())
            {
                if (ShortText.TryGetName(property, out var name) && declared.Contains(name))
                {
                    given[name] = property.Value;
                }
            }
        }

        return given;
    }
}
