using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Language;

// Spec, Fragments
public ref partial struct Parser
{
    // FragmentSpread : ... FragmentName Directives?
    // InlineFragment : ... TypeCondition? Directives? SelectionSet
    private SelectionNode ParseFragment()
    {
        var start = Expect(TokenKind.Spread).Start;
        if (Peek(TokenKind.Name) && !PeekKeyword("on"))
        {
            return new FragmentSpreadNode
            {
                Name = ParseFragmentName(),
                Directives = ParseDirectives(isConst: false),
                Start = start,
                End = _lastEnd,
                Source = _source,
            };
        }

        return new InlineFragmentNode
        {
            TypeCondition = Peek(TokenKind.Name) ? ParseTypeCondition() : null,
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
            Start = start,
            End = _lastEnd,
            Source = _source,
        };
    }

    // FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet
    private FragmentDefinitionNode ParseFragmentDefinition(int start, StringValueNode? description)
    {
        ExpectKeyword("fragment");
        return new FragmentDefinitionNode
        {
            Description = description,
            Name = ParseFragmentName(),
            TypeCondition = ParseTypeCondition(),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = ParseSelectionSet(),
            Start = start,
            End = _lastEnd,
            Source = _source,
        };
    }

    // FragmentName : Name but not `on`
    private NameNode ParseFragmentName() => PeekKeyword("on") ? throw Unexpected() : ParseName();

    // TypeCondition : on NamedType
    private NamedTypeNode ParseTypeCondition()
    {
        ExpectKeyword("on");
        return ParseNamedType();
    }
}
