using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Language;

// Spec, Type References
public ref partial struct Parser
{
    // Type : NamedType | ListType | NonNullType
    // NonNullType : NamedType ! | ListType !
    private TypeNode ParseTypeReference()
    {
        var start = _token.Start;
        TypeNode type = Peek(TokenKind.BracketLeft) ? ParseListType() : ParseNamedType();
        return Skip(TokenKind.Bang)
            ? new NonNullTypeNode(type) { Start = start, End = _lastEnd, Source = _source }
            : type;
    }

    // NamedType : Name
    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name) { Start = name.Start, End = name.End, Source = _source };
    }

    // ListType : [ Type ]
    private ListTypeNode ParseListType()
    {
        Enter();
        var start = Expect(TokenKind.BracketLeft).Start;
        var type = ParseTypeReference();
        Expect(TokenKind.BracketRight);
        Leave();
        return new ListTypeNode(type) { Start = start, End = _lastEnd, Source = _source };
    }
}
