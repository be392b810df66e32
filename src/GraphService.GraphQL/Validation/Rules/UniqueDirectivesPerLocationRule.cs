using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>A directive that is not repeatable stands only once in a place.</summary>
/// <remarks>Spec, Validation: "Directives Are Unique per Location".</remarks>
internal sealed class UniqueDirectivesPerLocationRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDirectives(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count == 1)
        {
            return;
        }

        var known = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            var isRepeatable = Context.Schema.Directives.GetValueOrDefault(name) is null or { IsRepeatable: true };
            if (!isRepeatable && !known.TryAdd(name, directive))
            {
                Context.Report($"The directive \"@{name}\" can only be used once at this location.", known[name], directive);
            }
        }
    }
}
