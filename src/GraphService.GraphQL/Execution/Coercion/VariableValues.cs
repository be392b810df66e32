namespace GraphService.GraphQL.Execution.Coercion;

/// <summary>The coerced values of an operation's variables. Made by <see cref="VariableCoercion"/>.</summary>
public sealed class VariableValues
{
    private readonly Dictionary<string, object?> _values;

    internal VariableValues(Dictionary<string, object?> values) => _values = values;

    /// <summary>For operations without variables.</summary>
    public static VariableValues Empty { get; } = new([]);

    /// <summary>False when the variable was not given and has no default. A variable given as null is found.</summary>
    public bool TryGet(string name, out object? value) => _values.TryGetValue(name, out value);
}
