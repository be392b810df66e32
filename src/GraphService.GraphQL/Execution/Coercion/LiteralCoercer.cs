using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Execution.Coercion;

/// <summary>A literal, or a part of it, that does not fit its type.</summary>
internal sealed record LiteralError(string Message, InputPath Path, ValueNode Node)
{
    /// <summary>Where in the value it is; empty for the value itself.</summary>
    public string At => Path.Parent is null ? "" : $" at \"{Path}\"";
}

/// <summary>Coerces literals, in which variables may stand, to types (spec, the Input Coercion of each type). Nesting is bounded by the parser.</summary>
/// <param name="variables">Null in a schema, where no variables are allowed.</param>
internal sealed class LiteralCoercer(VariableValues? variables)
{
    /// <summary>False to look for errors only, in a schema whose defaults may be no good yet.</summary>
    public bool AddsDefaults { get; init; } = true;

    public List<LiteralError> Errors { get; } = [];

    public object? Coerce(ValueNode node, GraphQLType type, InputPath path)
    {
        switch (node)
        {
            case VariableNode variable:
                return CoerceVariable(variable, type, path);
            case NullValueNode when type is NonNullType:
                return Fail(CoercionMessages.Unexpected(type, "null"), path, node);
            case NullValueNode:
                return null;
        }

        return type.Nullable switch
        {
            ListType list => CoerceList(node, list, path),
            InputObjectType input => CoerceObject(node, input, path),
            EnumType e => CoerceEnum(node, e, path),
            ScalarType scalar => scalar.ParseLiteral(node) is var (value, error) && error is null ? value : Fail(error!, path, node),
            var other => Fail($"Type \"{other}\" cannot be used as an input type.", path, node),
        };
    }

    // The variable's value was coerced to the variable's type, which validation found to fit here but for nulls.
    private object? CoerceVariable(VariableNode variable, GraphQLType type, InputPath path)
    {
        var name = variable.Name.Value;
        if (variables is null)
        {
            return Fail($"Unexpected variable \"${name}\" in constant value.", path, variable);
        }

        if (variables.TryGet(name, out var value))
        {
            return value is null && type is NonNullType ? Fail(CoercionMessages.NullVariable(name, type), path, variable) : value;
        }

        return type is NonNullType ? Fail(CoercionMessages.AbsentVariable(name, type), path, variable) : null;
    }

    // Spec, List, Input Coercion: what is no list becomes a list of one.
    private object?[] CoerceList(ValueNode node, ListType type, InputPath path)
    {
        if (node is not ListValueNode list)
        {
            return [Coerce(node, type.OfType, path)];
        }

        var items = new object?[list.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Coerce(list.Items[i], type.OfType, path.Item(i));
        }

        return items;
    }

    private EnumValue? CoerceEnum(ValueNode node, EnumType type, InputPath path)
    {
        if (node is not EnumValueNode literal)
        {
            var shown = ShortText.Of(node);
            Fail(CoercionMessages.NoEnum(type, shown, "enum") + CoercionMessages.DidYouMean(type, shown.Trim('"')), path, node);
            return null;
        }

        if (type.Value(literal.Value) is { } value)
        {
            return value;
        }

        Fail(CoercionMessages.UnknownEnumValue(type, literal.Value), path, node);
        return null;
    }

    private InputObject? CoerceObject(ValueNode node, InputObjectType type, InputPath path)
    {
        if (node is not ObjectValueNode literal)
        {
            Fail(CoercionMessages.Unexpected(type, ShortText.Of(node)), path, node);
            return null;
        }

        var fields = new List<KeyValuePair<InputValue, object?>>(literal.Fields.Count);
        foreach (var given in literal.Fields)
        {
            var name = given.Name.Value;
            if (type.Field(name) is not { } field)
            {
                Fail(CoercionMessages.UnknownField(name, type), path, given.Value);
            }
            else if (InputObject.IndexOf(fields, field) >= 0)
            {
                Fail(CoercionMessages.RepeatedField(name), path.Field(name), given.Value);
            }
            else if (!IsAbsent(given.Value))
            {
                fields.Add(new(field, Coerce(given.Value, field.Type, path.Field(name))));
            }
            else if (field.IsRequired)
            {
                Fail(CoercionMessages.AbsentVariable(((VariableNode)given.Value).Name.Value, field.Type), path.Field(name), given.Value);
            }
        }

        CheckFields(literal, type, fields, path);
        if (AddsDefaults)
        {
            InputObject.AddDefaults(type, fields);
        }

        return new InputObject(type, fields);
    }

    private void CheckFields(ObjectValueNode literal, InputObjectType type, List<KeyValuePair<InputValue, object?>> fields, InputPath path)
    {
        foreach (var field in type.Fields)
        {
            if (field.IsRequired && literal.Fields.All(given => given.Name.Value != field.Name))
            {
                Fail(CoercionMessages.MissingField($"{type}.{field.Name}", field.Type), path, literal);
            }
        }

        if (!type.IsOneOf)
        {
            return;
        }

        // Spec, OneOf Input Objects: one entry as written, and one, not null, after variables were looked up.
        if (literal.Fields.Count != 1 || fields.Count != 1)
        {
            Fail(CoercionMessages.NotOneField(type), path, literal);
        }
        else if (literal.Fields[0] is var only && IsNull(only.Value))
        {
            Fail(CoercionMessages.NullOneOfField(only.Name.Value), path.Field(only.Name.Value), only.Value);
        }
    }

    private bool IsAbsent(ValueNode node) =>
        node is VariableNode variable && variables is not null && !variables.TryGet(variable.Name.Value, out _);

    private bool IsNull(ValueNode node) =>
        node is NullValueNode || (node is VariableNode variable && variables is not null && variables.TryGet(variable.Name.Value, out var value) && value is null);

    private object? Fail(string message, InputPath path, ValueNode node)
    {
        Errors.Add(new LiteralError(message, path, node));
        return null;
    }
}
