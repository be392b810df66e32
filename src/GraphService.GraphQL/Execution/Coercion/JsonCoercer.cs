using System.Text.Json;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Execution.Coercion;

/// <summary>Coerces JSON values to types (spec, the Input Coercion of each type). Nesting is bounded by whoever parsed the JSON.</summary>
internal sealed class JsonCoercer(VariableErrors errors, VariableLimits limits)
{
    private int _nodes;

    public object? Coerce(JsonElement json, GraphQLType type, InputPath path)
    {
        if (++_nodes > limits.MaxInputNodes)
        {
            errors.EndWith(VariableErrors.TooManyNodes(limits));
        }

        if (json.ValueKind == JsonValueKind.Null)
        {
            return type is NonNullType ? Fail(json, path, CoercionMessages.Null(type)) : null;
        }

        switch (type.Nullable)
        {
            case ListType list:
                return CoerceList(json, list, path);
            case InputObjectType input:
                return CoerceObject(json, input, path);
            case EnumType e:
                return CoerceEnum(json, e, path);
            default:
                var (value, error) = ((ScalarType)type.Nullable).ParseJson(json);
                return error is null ? value : Fail(json, path, error);
        }
    }

    // Spec, List, Input Coercion: what is no list becomes a list of one.
    private object?[] CoerceList(JsonElement json, ListType type, InputPath path)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return [Coerce(json, type.OfType, path)];
        }

        var length = json.GetArrayLength();
        if (length > limits.MaxListLength)
        {
            errors.EndWith(VariableErrors.TooLong(path, length, limits));
        }

        var items = new object?[length];
        var i = 0;
        foreach (var item in json.EnumerateArray())
        {
            items[i] = Coerce(item, type.OfType, path.Item(i));
            i++;
        }

        return items;
    }

    private EnumValue? CoerceEnum(JsonElement json, EnumType type, InputPath path)
    {
        if (!ShortText.TryGetString(json, out var name))
        {
            var shown = ShortText.Of(json);
            errors.Add(json, path, CoercionMessages.NoEnum(type, shown, "string") + CoercionMessages.DidYouMean(type, shown));
            return null;
        }

        if (type.Value(name) is { } value)
        {
            return value;
        }

        errors.Add(json, path, CoercionMessages.UnknownEnumValue(type, name));
        return null;
    }

    private InputObject? CoerceObject(JsonElement json, InputObjectType type, InputPath path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            errors.Add(json, path, CoercionMessages.NoObject(type));
            return null;
        }

        var last = default(JsonElement);
        var hasUnknown = false;
        var fields = new List<KeyValuePair<InputValue, object?>>();
        foreach (var property in json.EnumerateObject())
        {
            if (!ShortText.TryGetName(property, out var name) || type.Field(name) is not { } field)
            {
                hasUnknown = true;
                errors.Add(json, path, CoercionMessages.UnknownField(name ?? "\uFFFD", type));
                continue;
            }

            last = property.Value;
            var entry = new KeyValuePair<InputValue, object?>(field, Coerce(last, field.Type, path.Field(name)));
            var index = InputObject.IndexOf(fields, field);
            if (index < 0)
            {
                fields.Add(entry);
            }
            else
            {
                // Of a repeated name the last counts, as everywhere in JSON.
                fields[index] = entry;
            }
        }

        CheckRequired(json, type, fields, path);

        // Spec, OneOf Input Objects: exactly one entry, and that not null.
        if (type.IsOneOf && (hasUnknown || fields.Count != 1))
        {
            errors.Add(json, path, CoercionMessages.NotOneField(type));
        }
        else if (type.IsOneOf && last.ValueKind == JsonValueKind.Null)
        {
            errors.Add(last, path.Field(fields[0].Key.Name), CoercionMessages.NullOneOfField(fields[0].Key.Name));
        }

        InputObject.AddDefaults(type, fields);
        return new InputObject(type, fields);
    }

    private void CheckRequired(JsonElement json, InputObjectType type, List<KeyValuePair<InputValue, object?>> fields, InputPath path)
    {
        foreach (var field in type.Fields)
        {
            if (field.IsRequired && InputObject.IndexOf(fields, field) < 0)
            {
                errors.Add(json, path, CoercionMessages.MissingField(field.Name, field.Type));
            }
        }
    }

    private object? Fail(JsonElement json, InputPath path, string reason)
    {
        errors.Add(json, path, reason);
        return null;
    }
}
