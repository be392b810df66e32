using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Every fragment is reached from an operation.</summary>
/// <remarks>Spec, Validation: "Fragments Must Be Used".</remarks>
internal sealed class NoUnusedFragmentsRule(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (Context.IsAborted)
            {
                return;
            }

            var isDuplicate = Context.Fragments.Find(fragment.Name.Value) != fragment;
            if (!isDuplicate && !Context.Fragments.IsUsed(fragment))
            {
                Context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
            }
        }
    }
}
