using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Language;

// Spec, Directives
public ref partial struct Parser
{
    // Directives[Const] : Directive[?Const]+
    private DirectiveNode[] ParseDirectives(bool isConst)
    {
        if (!Peek(TokenKind.At))
        {
            return [];
        }

        var directives = new List<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            if (directives.Count == _options.MaxDirectivesPerLocation)
            {
                throw SyntaxErrors.TooManyDirectives(_source, _token.Start, _options.MaxDirectivesPerLocation);
            }

            directives.Add(ParseDirective(isConst));
        }

        return [.. directives];
    }

    // Directive[Const] : @ Name Arguments[?Const]?
    private DirectiveNode ParseDirective(bool isConst)
    {
        var start = Expect(TokenKind.At).Start;
        return new DirectiveNode
        {
            Name = ParseName(),
            Arguments = ParseArguments(isConst),
            Start = start,
            End = _lastEnd,
            Source = _source,
        };
    }
}
