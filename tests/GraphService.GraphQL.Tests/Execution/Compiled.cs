using System.Text;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Tests.Introspection;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Execution;

/// <summary>
/// Compiles operations over the film schema and shows them on one line: <c>{ film { title year[a &amp; !b] } }</c>, with
/// the fields of each object type where the selected type is abstract: <c>{ search { Film: title | Person: name } }</c>.
/// </summary>
internal static class Compiled
{
    public static CompiledOperation Operation(string document, string? name = null, int maxFields = 20_000)
    {
        var parsed = Parser.ParseDocument(new SourceText(document));
        return OperationCompiler.Compile(FilmSchema.Instance, parsed, OperationCompiler.GetOperation(parsed, name), maxFields);
    }

    public static string Text(string document) => Text(Operation(document));

    public static string Text(CompiledOperation operation) => Text(operation.Selections, operation.RootType, operation);

    /// <summary>The fields at a path of response names, each the only object type's.</summary>
    public static CompiledField Field(CompiledOperation operation, params ReadOnlySpan<string> path)
    {
        var (fields, found) = (operation.Selections.For(operation.RootType), (CompiledField?)null);
        foreach (var name in path)
        {
            found = fields.Single(field => field.ResponseName == name);
            fields = found.Selections?.ByType[0].Value ?? [];
        }

        return found!;
    }

    private static string Text(CompiledSelectionSet set, NamedType type, CompiledOperation operation)
    {
        var parts = set.ByType.Select(pair => (type is ObjectType ? "" : $"{pair.Key}: ") + Text(pair.Value, operation));
        return $"{{ {string.Join(" | ", parts)} }}";
    }

    private static string Text(IReadOnlyList<CompiledField> fields, CompiledOperation operation) => fields.Count == 0 ? "-" : string.Join(' ', fields.Select(field =>
    {
        var text = new StringBuilder(field.ResponseName);
        if (field.ResponseName != field.Definition.Name)
        {
            text.Append(':').Append(field.Definition.Name);
        }

        if (field.Condition >= 0)
        {
            text.Append('[').Append(Text(operation.Conditions[field.Condition])).Append(']');
        }

        return field.Selections is null ? text.ToString() : $"{text} {Text(field.Selections, field.Definition.Type.Named, operation)}";
    }));

    private static string Text(IncludeCondition condition) =>
        Text(condition.Alternatives) + (condition.Unless.Count == 0 ? "" : $" unless {Text(condition.Unless)}");

    private static string Text(IReadOnlyList<IReadOnlyList<IncludeTerm>> alternatives) => string.Join(" | ", alternatives.Select(
        alternative => alternative.Count == 0 ? "always" : string.Join(" & ", alternative.Select(term => (term.Wanted ? "" : "!") + term.Variable))));
}
