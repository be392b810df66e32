using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Language;

// Spec, Operations, Selection Sets, Fields, Arguments, Field Alias, Variables
public ref partial struct Parser
{
    // OperationDefinition : SelectionSet
    private OperationDefinitionNode ParseAnonymousQuery()
    {
        var start = _token.Start;
        return new OperationDefinitionNode
        {
            Operation = OperationType.Query,
            SelectionSet = ParseSelectionSet(),
            Start = start,
            End = _lastEnd,
            Source = _source,
        };
    }

    // OperationDefinition : Description? OperationType Name? VariablesDefinition? Directives? SelectionSet
    private OperationDefinitionNode ParseOperationDefinition(int start, StringValueNode? description) => new()
    {
        Description = description,
        Operation = ParseOperationType(),
        Name = Peek(TokenKind.Name) ? ParseName() : null,
        VariableDefinitions = OptionalMany(TokenKind.ParenLeft, static (scoped ref p) => p.ParseVariableDefinition(), TokenKind.ParenRight),
        Directives = ParseDirectives(isConst: false),
        SelectionSet = ParseSelectionSet(),
        Start = start,
        End = _lastEnd,
        Source = _source,
    };

    // OperationType : one of query mutation subscription
    private OperationType ParseOperationType()
    {
        var token = Expect(TokenKind.Name);
        return _lexer.Text(token) switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => throw Unexpected(token),
        };
    }

    // SelectionSet : { Selection+ }
    private SelectionSetNode ParseSelectionSet()
    {
        var start = _token.Start;
        Enter();
        var selections = Many(TokenKind.BraceLeft, static (scoped ref p) => p.ParseSelection(), TokenKind.BraceRight);
        Leave();
        return new SelectionSetNode(selections) { Start = start, End = _lastEnd, Source = _source };
    }

    // Selection : Field | FragmentSpread | InlineFragment
    private SelectionNode ParseSelection()
    {
        if (++_selections > _options.MaxFields)
        {
            throw SyntaxErrors.TooManyFields(_source, _token.Start, _options.MaxFields);
        }

        return Peek(TokenKind.Spread) ? ParseFragment() : ParseField();
    }

    // Field : Alias? Name Arguments? Directives? SelectionSet?
    // Alias : Name :
    private FieldNode ParseField()
    {
        var start = _token.Start;
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        return new FieldNode
        {
            Alias = alias,
            Name = name,
            Arguments = ParseArguments(isConst: false),
            Directives = ParseDirectives(isConst: false),
            SelectionSet = Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null,
            Start = start,
            End = _lastEnd,
            Source = _source,
        };
    }

    // Arguments[Const] : ( Argument[?Const]+ )
    private ArgumentNode[] ParseArguments(bool isConst) => OptionalMany<ArgumentNode>(
        TokenKind.ParenLeft,
        isConst ? static (scoped ref p) => p.ParseArgument(isConst: true) : static (scoped ref p) => p.ParseArgument(isConst: false),
        TokenKind.ParenRight);

    // Argument[Const] : Name : Value[?Const]
    private ArgumentNode ParseArgument(bool isConst)
    {
        var start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode(name, ParseValue(isConst)) { Start = start, End = _lastEnd, Source = _source };
    }

    // VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?
    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        return new VariableDefinitionNode
        {
            Description = description,
            Variable = variable,
            Type = ParseTypeReference(),
            DefaultValue = ParseDefaultValue(),
            Directives = ParseDirectives(isConst: true),
            Start = start,
            End = _lastEnd,
            Source = _source,
        };
    }

    // Variable : $ Name
    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Start;
        return new VariableNode(ParseName()) { Start = start, End = _lastEnd, Source = _source };
    }

    // DefaultValue : = Value[Const]
    private ValueNode? ParseDefaultValue() => Skip(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null;
}
