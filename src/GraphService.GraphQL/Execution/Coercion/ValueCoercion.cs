using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Execution.Coercion;

/// <summary>Input coercion of literals.</summary>
public static class ValueCoercion
{
    /// <summary>Coerces a literal to a type; <see cref="InputObject"/> says what coerced values are.</summary>
    /// <param name="value">The literal. Variables may stand in it.</param>
    /// <param name="type">An input type.</param>
    /// <param name="variables">What the variables are; null where none are allowed.</param>
    /// <exception cref="GraphQLException">BAD_USER_INPUT at the part that does not fit.</exception>
    public static object? CoerceLiteral(ValueNode value, GraphQLType type, VariableValues? variables)
    {
        var coercer = new LiteralCoercer(variables);
        var coerced = coercer.Coerce(value, type, new InputPath(null, "value"));
        if (coercer.Errors is [var error, ..])
        {
            throw new GraphQLException(new GraphQLError(error.Message, ErrorCodes.BadUserInput)
            {
                Locations = error.Node.Location is { } location ? [location] : [],
            });
        }

        return coerced;
    }
}
