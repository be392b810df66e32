using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Validation;

/// <summary>Walks a document once, keeps track of the types, and tells all rules what it meets. It recurses as deep as the parser lets documents nest, and never into fragments.</summary>
internal sealed class DocumentWalker(ValidationContext context, ValidationRule[] rules)
{
    private ExecutableDefinitionNode _definition = null!;

    public void Walk(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            if (context.IsAborted)
            {
                return;
            }

            switch (definition)
            {
                case OperationDefinitionNode operation:
                    VisitOperation(operation);
                    break;
                case FragmentDefinitionNode fragment:
                    VisitFragment(fragment);
                    break;
            }
        }
    }

    private void VisitOperation(OperationDefinitionNode operation)
    {
        _definition = operation;
        foreach (var rule in rules)
        {
            rule.EnterOperation(operation);
        }

        foreach (var variable in operation.VariableDefinitions)
        {
            VisitVariableDefinition(variable);
        }

        VisitDirectives(operation.Directives, operation.Operation.ToString().ToUpperInvariant());
        VisitSelectionSet(operation.SelectionSet, context.Schema.RootType(operation.Operation));
    }

    private void VisitVariableDefinition(VariableDefinitionNode definition)
    {
        foreach (var rule in rules)
        {
            rule.EnterVariableDefinition(definition);
        }

        VisitNamedType(ValidationContext.NamedTypeOf(definition.Type));
        if (definition.DefaultValue is { } value)
        {
            VisitValue(value, new InputPosition(context.TypeOf(definition.Type)));
        }

        VisitDirectives(definition.Directives, "VARIABLE_DEFINITION");
    }

    private void VisitFragment(FragmentDefinitionNode fragment)
    {
        _definition = fragment;
        foreach (var rule in rules)
        {
            rule.EnterFragment(fragment);
        }

        VisitNamedType(fragment.TypeCondition);
        VisitDirectives(fragment.Directives, "FRAGMENT_DEFINITION");
        VisitSelectionSet(fragment.SelectionSet, context.Schema.Type(fragment.TypeCondition.Name.Value));
    }

    private void VisitNamedType(NamedTypeNode type)
    {
        foreach (var rule in rules)
        {
            rule.EnterNamedType(type);
        }
    }

    private void VisitSelectionSet(SelectionSetNode set, NamedType? type)
    {
        var outer = context.ParentType;
        context.ParentType = type is { IsCompositeType: true } ? type : null;
        foreach (var selection in set.Selections)
        {
            if (context.IsAborted)
            {
                break;
            }

            VisitSelection(selection);
        }

        context.ParentType = outer;
    }

    private void VisitSelection(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                VisitField(field);
                break;
            case FragmentSpreadNode spread:
                foreach (var rule in rules)
                {
                    rule.EnterFragmentSpread(spread);
                }

                VisitDirectives(spread.Directives, "FRAGMENT_SPREAD");
                break;
            case InlineFragmentNode inline:
                VisitInlineFragment(inline);
                break;
        }
    }

    private void VisitField(FieldNode field)
    {
        var definition = FindField(field.Name.Value);
        context.Field = definition;
        foreach (var rule in rules)
        {
            rule.EnterField(field);
        }

        VisitArguments(field.Arguments, definition?.Arguments);
        VisitDirectives(field.Directives, "FIELD");
        if (field.SelectionSet is { } set)
        {
            VisitSelectionSet(set, definition?.Type.Named);
        }

        context.Field = definition;
        foreach (var rule in rules)
        {
            rule.LeaveField(field);
        }
    }

    private FieldDefinition? FindField(string name)
    {
        if (context.ParentType is not { } parent)
        {
            return null;
        }

        return name.StartsWith("__", StringComparison.Ordinal)
            ? IntrospectionFields.Find(context.Schema, parent, name)
            : (parent as FieldsType)?.Field(name);
    }

    private void VisitInlineFragment(InlineFragmentNode inline)
    {
        foreach (var rule in rules)
        {
            rule.EnterInlineFragment(inline);
        }

        var type = context.ParentType;
        if (inline.TypeCondition is { } condition)
        {
            VisitNamedType(condition);
            type = context.Schema.Type(condition.Name.Value);
        }

        VisitDirectives(inline.Directives, "INLINE_FRAGMENT");
        VisitSelectionSet(inline.SelectionSet, type);
    }

    private void VisitDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        if (directives.Count == 0)
        {
            return;
        }

        context.DirectiveLocation = location;
        foreach (var rule in rules)
        {
            rule.EnterDirectives(directives);
        }

        foreach (var directive in directives)
        {
            context.Directive = context.Schema.Directives.GetValueOrDefault(directive.Name.Value);
            foreach (var rule in rules)
            {
                rule.EnterDirective(directive);
            }

            VisitArguments(directive.Arguments, context.Directive?.Arguments);
        }

        context.Directive = null;
    }

    private void VisitArguments(IReadOnlyList<ArgumentNode> arguments, IReadOnlyList<InputValue>? definitions)
    {
        foreach (var argument in arguments)
        {
            if (context.IsAborted)
            {
                return;
            }

            var definition = definitions?.FirstOrDefault(candidate => candidate.Name == argument.Name.Value);
            VisitValue(argument.Value, InputPosition.Of(definition));
        }
    }

    private void VisitValue(ValueNode value, InputPosition position)
    {
        if (context.IsAborted)
        {
            return;
        }

        context.Input = position;
        foreach (var rule in rules)
        {
            rule.EnterValue(value);
        }

        switch (value)
        {
            case VariableNode variable:
                context.AddUsage(_definition, new VariableUsage(variable, position));
                break;
            case ListValueNode list:
                foreach (var item in list.Items)
                {
                    VisitValue(item, position.Item);
                }

                break;
            case ObjectValueNode { Fields: var fields }:
                foreach (var field in fields)
                {
                    VisitValue(field.Value, position.Field(field.Name.Value));
                }

                break;
        }
    }
}
