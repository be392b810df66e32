using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Limits;

/// <summary>Introspection nests its lists, and <c>ofType</c>, only so deep: every list within a list multiplies the answer by the size of the schema.</summary>
internal sealed class MaxIntrospectionDepthRule(ValidationContext context) : ValidationRule(context)
{
    private readonly FieldNesting _lists = new(context, context.Options.MaxIntrospectionDepth);
    private readonly FieldNesting _ofTypes = new(context, context.Options.MaxOfTypeDepth);

    public override void EnterOperation(OperationDefinitionNode operation) => Enter(operation);

    public override void EnterFragment(FragmentDefinitionNode fragment) => Enter(fragment);

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        _lists.Enter(spread);
        _ofTypes.Enter(spread);
    }

    public override void EnterField(FieldNode field) => NestingOf(field)?.Enter(field);

    public override void LeaveField(FieldNode field) => NestingOf(field)?.Leave();

    public override void LeaveDocument(DocumentNode document)
    {
        Report(_lists, Context.Options.MaxIntrospectionDepth, "lists of introspection");
        Report(_ofTypes, Context.Options.MaxOfTypeDepth, "ofType");
    }

    private void Enter(ExecutableDefinitionNode definition)
    {
        _lists.Enter(definition);
        _ofTypes.Enter(definition);
    }

    private FieldNesting? NestingOf(FieldNode field)
    {
        if (Context.ParentType?.Name.StartsWith("__", StringComparison.Ordinal) != true)
        {
            return null;
        }

        return field.Name.Value switch
        {
            "fields" or "args" or "inputFields" or "interfaces" or "possibleTypes" or "enumValues" => _lists,
            "ofType" => _ofTypes,
            _ => null,
        };
    }

    private void Report(FieldNesting nesting, int limit, string what)
    {
        foreach (var (operation, depth, where) in nesting.Beyond())
        {
            Context.ReportLimit("INTROSPECTION_DEPTH", limit, $"{ValidationContext.Show(operation)} nests {what} {depth} levels deep, but at most {limit} are allowed. Ask for the names of types there, and for each type with __type(name:).", where);
        }
    }
}
