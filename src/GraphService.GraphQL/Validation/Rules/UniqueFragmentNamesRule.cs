using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Fragments have different names.</summary>
/// <remarks>Spec, Validation: "Fragment Name Uniqueness".</remarks>
internal sealed class UniqueFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override void EnterFragment(FragmentDefinitionNode fragment)
    {
        if (!_known.TryAdd(fragment.Name.Value, fragment.Name))
        {
            Context.Report($"There can be only one fragment named \"{fragment.Name.Value}\".", _known[fragment.Name.Value], fragment.Name);
        }
    }
}
