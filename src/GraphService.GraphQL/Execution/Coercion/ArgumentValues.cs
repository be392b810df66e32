using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Execution.Coercion;

/// <summary>The coerced arguments of a field or directive. Made by <see cref="ArgumentCoercion"/>.</summary>
public sealed class ArgumentValues
{
    private readonly IReadOnlyList<KeyValuePair<InputValue, object?>> _values;

    internal ArgumentValues(IReadOnlyList<KeyValuePair<InputValue, object?>> values) => _values = values;

    /// <summary>For fields without arguments.</summary>
    public static ArgumentValues Empty { get; } = new([]);

    /// <summary>Arguments that have a value, given or by default, in the order of the field's definition.</summary>
    public IReadOnlyList<KeyValuePair<InputValue, object?>> All => _values;

    /// <summary>The value, or null when there is none; <see cref="TryGet"/> tells an explicit null from an absent argument.</summary>
    public object? this[string name] => TryGet(name, out var value) ? value : null;

    /// <summary>False when the argument was not given and has no default.</summary>
    public bool TryGet(string name, out object? value)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            if (_values[i].Key.Name == name)
            {
                value = _values[i].Value;
                return true;
            }
        }

        value = null;
        return false;
    }
}
