using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Execution.Coercion;

/// <summary>
/// A coerced input object. Coerced values are null, long, double, bool, string (String, ID, custom scalars),
/// <see cref="EnumValue"/>, object?[] for lists, and this.
/// </summary>
/// <param name="type">The type it was coerced to.</param>
/// <param name="fields">The fields given, as written, then the defaults of absent ones in the order of the type.</param>
public sealed class InputObject(InputObjectType type, IReadOnlyList<KeyValuePair<InputValue, object?>> fields)
{
    public InputObjectType Type { get; } = type;

    public IReadOnlyList<KeyValuePair<InputValue, object?>> Fields { get; } = fields;

    /// <summary>False when the field was not given and has no default. A field given as null is found.</summary>
    public bool TryGet(string name, out object? value)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Key.Name == name)
            {
                value = Fields[i].Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>Spec, Input Objects, Input Coercion: absent fields get their defaults.</summary>
    internal static void AddDefaults(InputObjectType type, List<KeyValuePair<InputValue, object?>> fields)
    {
        foreach (var field in type.Fields)
        {
            if (field.DefaultValue is not null && IndexOf(fields, field) < 0)
            {
                fields.Add(new(field, field.CoercedDefault));
            }
        }
    }

    internal static int IndexOf(List<KeyValuePair<InputValue, object?>> fields, InputValue field)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Key == field)
            {
                return i;
            }
        }

        return -1;
    }
}
