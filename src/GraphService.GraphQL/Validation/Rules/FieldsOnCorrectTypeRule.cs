using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Fields exist on the type that they are selected on.</summary>
/// <remarks>Spec, Validation: "Field Selections".</remarks>
internal sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.ParentType is not { } type || Context.Field is not null)
        {
            return;
        }

        var name = field.Name.Value;
        var typesWithField = TypesWithField(type, name);
        var hint = typesWithField.Count > 0
            ? Suggestions.Sentence(typesWithField, "to use an inline fragment on ")
            : Suggestions.DidYouMean(name, (type as FieldsType)?.Fields.Select(candidate => candidate.Name) ?? []);
        Context.Report($"Cannot query field \"{name}\" on type \"{type}\".{hint}", field);
    }

    // What an interface or union does not have, its possible types may: those that serve most of them first.
    private List<string> TypesWithField(NamedType type, string name)
    {
        const int most = 5;
        if (!type.IsAbstractType)
        {
            return [];
        }

        var candidates = Context.Schema.PossibleTypes(type).Where(possible => possible.Field(name) is not null).ToList();
        return [.. candidates
            .SelectMany(possible => possible.Interfaces.Where(i => i.Field(name) is not null).Append<NamedType>(possible))
            .GroupBy(candidate => candidate.Name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(most)
            .Select(group => $"\"{group.Key}\"")];
    }
}
