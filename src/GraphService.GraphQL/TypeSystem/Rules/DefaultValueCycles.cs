using System.Runtime.CompilerServices;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem.Rules;

// Spec, Input Objects, Type Validation: InputObjectDefaultValueHasCycle()
internal sealed class DefaultValueCycles
{
    private readonly SchemaErrors _errors;

    // Fields whose defaults are being filled up, outermost first; and those that are done, to look at each once.
    private readonly List<(string Coordinate, InputValue Field)> _chain = [];
    private readonly HashSet<InputValue> _done = [];

    private DefaultValueCycles(SchemaErrors errors) => _errors = errors;

    public static void Check(SchemaDraft draft, SchemaErrors errors)
    {
        var rule = new DefaultValueCycles(errors);
        foreach (var type in draft.DeclaredTypes.OfType<InputObjectType>())
        {
            // An empty object makes every default of the type apply.
            rule.Walk(type, new ObjectValueNode([]));
        }
    }

    private void Walk(InputObjectType type, ValueNode value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Items)
                {
                    Walk(type, item);
                }

                break;
            case ObjectValueNode literal:
                foreach (var field in type.Fields.Where(field => field.Type.Named is InputObjectType))
                {
                    Walk(type, field, literal);
                }

                break;
        }
    }

    // Spec: InputFieldDefaultValueHasCycle()
    private void Walk(InputObjectType type, InputValue field, ObjectValueNode literal)
    {
        var fieldType = (InputObjectType)field.Type.Named;
        if (literal.Fields.FirstOrDefault(given => given.Name.Value == field.Name) is { } given)
        {
            Walk(fieldType, given.Value);
            return;
        }

        if (field.DefaultValue is null)
        {
            return;
        }

        var begin = _chain.FindIndex(link => link.Field == field);
        if (begin >= 0)
        {
            Report(_chain[begin..]);
        }
        else if (_done.Add(field))
        {
            _chain.Add(($"{type}.{field.Name}", field));
            Walk(fieldType, field.DefaultValue);
            _chain.RemoveAt(_chain.Count - 1);
        }
    }

    private void Report(List<(string Coordinate, InputValue Field)> cycle)
    {
        var via = cycle.Count > 1 ? $" via the default values of: {string.Join(", ", cycle.Skip(1).Select(link => link.Coordinate))}" : "";
        _errors.Add(
            $"Invalid circular reference. The default value of Input Object field {cycle[0].Coordinate} references itself{via}.",
            [.. cycle.Select(link => link.Field.DefaultValue)]);
    }
}
