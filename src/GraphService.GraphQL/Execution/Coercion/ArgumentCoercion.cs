using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Execution.Coercion;

// Spec, Coercing Field Arguments: CoerceArgumentValues()
public static class ArgumentCoercion
{
    /// <summary>The values of a field's arguments for one request.</summary>
    /// <exception cref="GraphQLException">
    /// BAD_USER_INPUT with <c>extensions.argument</c>: what validation could not see, a variable that is null or absent where a value is needed.
    /// </exception>
    public static ArgumentValues Coerce(FieldDefinition field, IReadOnlyList<ArgumentNode> arguments, VariableValues variables) =>
        Coerce(field.Arguments, arguments, variables);

    /// <summary>The values of a directive's arguments for one request.</summary>
    /// <inheritdoc cref="Coerce(FieldDefinition, IReadOnlyList{ArgumentNode}, VariableValues)"/>
    public static ArgumentValues Coerce(DirectiveDefinition directive, IReadOnlyList<ArgumentNode> arguments, VariableValues variables) =>
        Coerce(directive.Arguments, arguments, variables);

    /// <summary>False when the arguments have the same values in every request.</summary>
    public static bool UsesVariables(IReadOnlyList<ArgumentNode> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (UsesVariables(arguments[i].Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>False when the literal has the same value in every request.</summary>
    public static bool UsesVariables(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(UsesVariables),
        ObjectValueNode o => o.Fields.Any(field => UsesVariables(field.Value)),
        _ => false,
    };

    private static ArgumentValues Coerce(IReadOnlyList<InputValue> definitions, IReadOnlyList<ArgumentNode> arguments, VariableValues variables)
    {
        if (definitions.Count == 0)
        {
            return ArgumentValues.Empty;
        }

        var values = new List<KeyValuePair<InputValue, object?>>(definitions.Count);
        foreach (var definition in definitions)
        {
            var argument = Find(arguments, definition.Name);
            if (argument is null || (argument.Value is VariableNode variable && !variables.TryGet(variable.Name.Value, out _)))
            {
                if (definition.DefaultValue is not null)
                {
                    values.Add(new(definition, definition.CoercedDefault));
                }
                else if (definition.Type is NonNullType)
                {
                    throw Missing(definition, argument);
                }
            }
            else
            {
                values.Add(new(definition, Coerce(definition, argument, variables)));
            }
        }

        return new ArgumentValues(values);
    }

    private static object? Coerce(InputValue definition, ArgumentNode argument, VariableValues variables)
    {
        var coercer = new LiteralCoercer(variables);
        var value = coercer.Coerce(argument.Value, definition.Type, new InputPath(null, definition.Name));
        return coercer.Errors is [var error, ..] ? throw Invalid(argument, error) : value;
    }

    private static ArgumentNode? Find(IReadOnlyList<ArgumentNode> arguments, string name)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name.Value == name)
            {
                return arguments[i];
            }
        }

        return null;
    }

    private static GraphQLException Missing(InputValue definition, ArgumentNode? argument) =>
        Refuse(
            argument?.Value is VariableNode variable
                ? $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was provided the variable \"${variable.Name.Value}\" which was not provided a runtime value."
                : $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.",
            definition.Name,
            argument);

    private static GraphQLException Invalid(ArgumentNode argument, LiteralError error)
    {
        var place = error.Path.ToString();
        return Refuse($"Argument \"{argument.Name.Value}\" got invalid value {ShortText.Of(error.Node)}{error.At}; {error.Message}", place, argument);
    }

    private static GraphQLException Refuse(string message, string place, ArgumentNode? argument) =>
        new(new GraphQLError(message, ErrorCodes.BadUserInput)
        {
            Locations = argument?.Location is { } location ? [location] : [],
            Extensions = [new("argument", place)],
        });
}
