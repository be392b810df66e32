using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Language;

// Spec, Types: what definitions of types are made of
public ref partial struct Parser
{
    // ImplementsInterfaces : implements `&`? NamedType | ImplementsInterfaces & NamedType
    private NamedTypeNode[] ParseImplementsInterfaces() =>
        SkipKeyword("implements") ? DelimitedMany(TokenKind.Ampersand, static (scoped ref p) => p.ParseNamedType()) : [];

    // FieldsDefinition : { FieldDefinition+ }
    private FieldDefinitionNode[] ParseFieldsDefinition() =>
        OptionalMany(TokenKind.BraceLeft, static (scoped ref p) => p.ParseFieldDefinition(), TokenKind.BraceRight);

    // FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?
    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentsDefinition();
        Expect(TokenKind.Colon);
        return new FieldDefinitionNode
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Type = ParseTypeReference(),
            Directives = ParseDirectives(isConst: true),
            Start = start,
            End = _lastEnd,
            Source = _source,
        };
    }

    // ArgumentsDefinition : ( InputValueDefinition+ )
    private InputValueDefinitionNode[] ParseArgumentsDefinition() =>
        OptionalMany(TokenKind.ParenLeft, static (scoped ref p) => p.ParseInputValueDefinition(), TokenKind.ParenRight);

    // InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?
    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new InputValueDefinitionNode
        {
            Description = description,
            Name = name,
            Type = ParseTypeReference(),
            DefaultValue = ParseDefaultValue(),
            Directives = ParseDirectives(isConst: true),
            Start = start,
            End = _lastEnd,
            Source = _source,
        };
    }

    // UnionMemberTypes : = `|`? NamedType | UnionMemberTypes | NamedType
    private NamedTypeNode[] ParseUnionMemberTypes() =>
        Skip(TokenKind.EqualsSign) ? DelimitedMany(TokenKind.Pipe, static (scoped ref p) => p.ParseNamedType()) : [];

    // EnumValueDefinition : Description? EnumValue Directives[Const]?
    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = _token.Start;
        return new EnumValueDefinitionNode
        {
            Description = ParseDescription(),
            Name = ParseEnumValueName(),
            Directives = ParseDirectives(isConst: true),
            Start = start,
            End = _lastEnd,
            Source = _source,
        };
    }

    // EnumValue : Name but not true or false or null
    private NameNode ParseEnumValueName()
    {
        if (PeekKeyword("true") || PeekKeyword("false") || PeekKeyword("null"))
        {
            throw SyntaxErrors.At(_source, _token.Start, $"Name \"{_lexer.Text(_token)}\" is reserved and cannot be used for an enum value.");
        }

        return ParseName();
    }
}
