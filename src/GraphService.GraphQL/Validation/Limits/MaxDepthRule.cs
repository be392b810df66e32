using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Limits;

/// <summary>Fields nest only so deep. Fields of introspection do not count: <see cref="MaxIntrospectionDepthRule"/> has a measure of its own for them.</summary>
internal sealed class MaxDepthRule(ValidationContext context) : ValidationRule(context)
{
    private readonly FieldNesting _nesting = new(context, context.Options.MaxDepth);

    public override void EnterOperation(OperationDefinitionNode operation) => _nesting.Enter(operation);

    public override void EnterFragment(FragmentDefinitionNode fragment) => _nesting.Enter(fragment);

    public override void EnterFragmentSpread(FragmentSpreadNode spread) => _nesting.Enter(spread);

    public override void EnterField(FieldNode field)
    {
        if (Counts(field))
        {
            _nesting.Enter(field);
        }
    }

    public override void LeaveField(FieldNode field)
    {
        if (Counts(field))
        {
            _nesting.Leave();
        }
    }

    public override void LeaveDocument(DocumentNode document)
    {
        var limit = Context.Options.MaxDepth;
        foreach (var (operation, depth, where) in _nesting.Beyond())
        {
            Context.ReportLimit("DEPTH", limit, $"{ValidationContext.Show(operation)} nests fields {depth} levels deep, but at most {limit} are allowed. Ask for fewer levels, or in several requests.", where);
        }
    }

    private bool Counts(FieldNode field) =>
        !field.Name.Value.StartsWith("__", StringComparison.Ordinal)
        && Context.ParentType?.Name.StartsWith("__", StringComparison.Ordinal) != true;
}
