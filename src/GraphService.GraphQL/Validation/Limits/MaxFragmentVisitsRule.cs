using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Limits;

/// <summary>Operations reach only so many fragments, each counted once per operation: what looks into fragments costs that much.</summary>
internal sealed class MaxFragmentVisitsRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDocument(DocumentNode document)
    {
        var limit = Context.Options.MaxFragmentVisits;
        if (Context.Fragments.Visits > limit)
        {
            Context.ReportLimit("FRAGMENT_VISITS", limit, $"The operations use more than {limit} fragments, each counted once per operation. Send fewer operations or fewer fragments.");
        }
    }
}
