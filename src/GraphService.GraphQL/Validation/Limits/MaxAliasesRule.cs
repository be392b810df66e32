using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Limits;

/// <summary>A document has only so many aliases, because each can make the service do the same work once more.</summary>
internal sealed class MaxAliasesRule(ValidationContext context) : ValidationRule(context)
{
    private int _aliases;

    public override void EnterField(FieldNode field)
    {
        var limit = Context.Options.MaxAliases;
        if (field.Alias is { } alias && ++_aliases == limit + 1)
        {
            Context.ReportLimit("ALIASES", limit, $"The document has more than {limit} aliases. Use lists (ids, filters) instead, or send several requests.", alias);
        }
    }
}
