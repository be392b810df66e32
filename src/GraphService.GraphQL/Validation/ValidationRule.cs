using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation;

/// <summary>
/// One rule. A rule overrides the moments of the walk that it needs; <see cref="ValidationContext"/> says which types
/// the walk stands at. Rules live for one document.
/// </summary>
internal abstract class ValidationRule(ValidationContext context)
{
    protected ValidationContext Context { get; } = context;

    /// <summary>Before the walk. An error reported here ends validation.</summary>
    public virtual void EnterDocument(DocumentNode document)
    {
    }

    /// <summary>After the walk, when fragments and the variables in them are known.</summary>
    public virtual void LeaveDocument(DocumentNode document)
    {
    }

    public virtual void EnterOperation(OperationDefinitionNode operation)
    {
    }

    public virtual void EnterFragment(FragmentDefinitionNode fragment)
    {
    }

    public virtual void EnterVariableDefinition(VariableDefinitionNode definition)
    {
    }

    /// <summary>The name in a type condition or in the type of a variable.</summary>
    public virtual void EnterNamedType(NamedTypeNode type)
    {
    }

    public virtual void EnterField(FieldNode field)
    {
    }

    public virtual void LeaveField(FieldNode field)
    {
    }

    public virtual void EnterFragmentSpread(FragmentSpreadNode spread)
    {
    }

    public virtual void EnterInlineFragment(InlineFragmentNode fragment)
    {
    }

    /// <summary>All directives of one place, before each of them.</summary>
    public virtual void EnterDirectives(IReadOnlyList<DirectiveNode> directives)
    {
    }

    public virtual void EnterDirective(DirectiveNode directive)
    {
    }

    /// <summary>A value or a value inside it; <see cref="ValidationContext.Input"/> says what is expected.</summary>
    public virtual void EnterValue(ValueNode value)
    {
    }
}
