using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Language;

// Spec, Input Values
public ref partial struct Parser
{
    // Value[Const] : [if not Const] Variable | IntValue | FloatValue | StringValue | BooleanValue | NullValue | EnumValue
    //   | ListValue[?Const] | ObjectValue[?Const]
    private ValueNode ParseValue(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseListValue(isConst);
            case TokenKind.BraceLeft:
                return ParseObjectValue(isConst);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(_lexer.Text(token).ToString()) { Start = token.Start, End = token.End, Source = _source };
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(_lexer.Text(token).ToString()) { Start = token.Start, End = token.End, Source = _source };
            case TokenKind.String or TokenKind.BlockString:
                return ParseStringValue();
            case TokenKind.Name:
                return ParseNamedValue();
            case TokenKind.Dollar when isConst:
                Advance();
                throw Peek(TokenKind.Name)
                    ? SyntaxErrors.At(_source, token.Start, $"Unexpected variable \"${_lexer.Text(_token)}\" in constant value.")
                    : Unexpected(token);
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Unexpected();
        }
    }

    // StringValue
    private StringValueNode ParseStringValue()
    {
        var token = _token;
        Advance();
        return new StringValueNode(_lexer.StringValue(token))
        {
            Block = token.Kind == TokenKind.BlockString,
            Start = token.Start,
            End = token.End,
            Source = _source,
        };
    }

    // BooleanValue : one of true false
    // NullValue : null
    // EnumValue : Name but not true or false or null
    private ValueNode ParseNamedValue()
    {
        var token = Expect(TokenKind.Name);
        return _lexer.Text(token) switch
        {
            "true" => new BooleanValueNode(true) { Start = token.Start, End = token.End, Source = _source },
            "false" => new BooleanValueNode(false) { Start = token.Start, End = token.End, Source = _source },
            "null" => new NullValueNode { Start = token.Start, End = token.End, Source = _source },
            var name => new EnumValueNode(name.ToString()) { Start = token.Start, End = token.End, Source = _source },
        };
    }

    // ListValue[Const] : [ ] | [ Value[?Const]+ ]
    private ListValueNode ParseListValue(bool isConst)
    {
        var start = _token.Start;
        Enter();
        var items = Any<ValueNode>(
            TokenKind.BracketLeft,
            isConst ? static (scoped ref p) => p.ParseValue(isConst: true) : static (scoped ref p) => p.ParseValue(isConst: false),
            TokenKind.BracketRight);
        Leave();
        return new ListValueNode(items) { Start = start, End = _lastEnd, Source = _source };
    }

    // ObjectValue[Const] : { } | { ObjectField[?Const]+ }
    private ObjectValueNode ParseObjectValue(bool isConst)
    {
        var start = _token.Start;
        Enter();
        var fields = Any<ObjectFieldNode>(
            TokenKind.BraceLeft,
            isConst ? static (scoped ref p) => p.ParseObjectField(isConst: true) : static (scoped ref p) => p.ParseObjectField(isConst: false),
            TokenKind.BraceRight);
        Leave();
        return new ObjectValueNode(fields) { Start = start, End = _lastEnd, Source = _source };
    }

    // ObjectField[Const] : Name : Value[?Const]
    private ObjectFieldNode ParseObjectField(bool isConst)
    {
        var start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ObjectFieldNode(name, ParseValue(isConst)) { Start = start, End = _lastEnd, Source = _source };
    }
}
