using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Introspection;

/// <summary>
/// Answers <c>__schema</c> and <c>__type</c> by a walk over the schema. The walk is as deep as the operation's selections.
/// </summary>
public sealed class IntrospectionSource
{
    private readonly IntrospectionContext _context;
    private readonly ResponseWriter _response;
    private readonly List<object> _path = [];

    private IntrospectionSource(in IntrospectionContext context)
    {
        _context = context;
        _response = context.Response;
    }

    /// <summary>Writes the value of one of the two root fields; its key was written by the caller.</summary>
    /// <returns>
    /// False when an error left no value for a non-null field: <c>data</c> is null then, and what was written is to be truncated.
    /// </returns>
    public static bool Write(CompiledField field, in IntrospectionContext context) => new IntrospectionSource(context).ExecuteField(field, parent: null);

    // Spec, ExecuteField()
    private bool ExecuteField(CompiledField field, object? parent)
    {
        var start = _response.Position;
        _path.Add(field.ResponseName);
        var written = TryResolve(field, parent, out var value) && CompleteValue(field, field.Definition.Type, value);
        _path.RemoveAt(_path.Count - 1);
        return written || PutNull(field.Definition.Type, start);
    }

    private bool TryResolve(CompiledField field, object? parent, out object? value)
    {
        try
        {
            var arguments = ArgumentCoercion.Coerce(field.Definition, field.Node.Arguments, _context.Variables);
            value = field.Definition.Name == "__typename"
                ? field.ParentType.Name
                : IntrospectionResolvers.Resolve(_context.Schema, parent, field.Definition.Name, arguments);
            return true;
        }
        catch (GraphQLException e)
        {
            _context.Errors.Add(e.Error with { Path = [.. _path] });
            value = null;
            return false;
        }
    }

    // Spec, CompleteValue()
    private bool CompleteValue(CompiledField field, GraphQLType type, object? value)
    {
        switch (value)
        {
            case null:
                _response.Null();
                return true;
            case string text:
                _response.Text(text);
                return true;
            case bool flag:
                _response.Bool(flag);
                return true;
            case IEnumerable<object> items:
                return CompleteList(field, ((ListType)type.Nullable).OfType, items);
            default:
                return ExecuteSelections(field.Selections!.For((ObjectType)type.Named), value);
        }
    }

    private bool CompleteList(CompiledField field, GraphQLType itemType, IEnumerable<object> items)
    {
        _response.Raw("["u8);
        var index = 0;
        foreach (var item in items)
        {
            _response.Raw(index == 0 ? ""u8 : ","u8);
            var start = _response.Position;
            _path.Add(index++);
            var written = CompleteValue(field, itemType, item);
            _path.RemoveAt(_path.Count - 1);
            if (!written && !PutNull(itemType, start))
            {
                return false;
            }
        }

        _response.Raw("]"u8);
        return true;
    }

    // Spec, ExecuteCollectedFields()
    private bool ExecuteSelections(IReadOnlyList<CompiledField> fields, object parent)
    {
        _response.Raw("{"u8);
        var isFirst = true;
        foreach (var field in fields)
        {
            if (field.Condition >= 0 && !_context.Conditions[field.Condition])
            {
                continue;
            }

            _response.Raw(isFirst ? field.Key.AsSpan(1) : field.Key);
            isFirst = false;
            if (!ExecuteField(field, parent))
            {
                return false;
            }
        }

        _response.Raw("}"u8);
        return true;
    }

    // Spec, Handling Execution Errors: a nullable place becomes null, a non-null one takes what is around it along.
    private bool PutNull(GraphQLType type, long start)
    {
        if (type is NonNullType)
        {
            return false;
        }

        _response.Truncate(start);
        _response.Null();
        return true;
    }
}
