using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Language;

// Spec, Type System, Schema, Directives. An extension is parsed like its definition, but must add something.
public ref partial struct Parser
{
    // TypeSystemDefinition : SchemaDefinition | TypeDefinition | DirectiveDefinition
    // TypeSystemExtension : SchemaExtension | TypeExtension
    // Null when the next word begins none of these.
    private TypeSystemDefinitionNode? ParseTypeSystemDefinition(int start, StringValueNode? description, bool isExtension)
    {
        if (!Peek(TokenKind.Name))
        {
            return null;
        }

        return _lexer.Text(_token) switch
        {
            "schema" => ParseSchemaDefinition(start, description, isExtension),
            "scalar" => ParseScalarTypeDefinition(start, description, isExtension),
            "type" => ParseObjectTypeDefinition(start, description, isExtension),
            "interface" => ParseInterfaceTypeDefinition(start, description, isExtension),
            "union" => ParseUnionTypeDefinition(start, description, isExtension),
            "enum" => ParseEnumTypeDefinition(start, description, isExtension),
            "input" => ParseInputObjectTypeDefinition(start, description, isExtension),
            "directive" when !isExtension => ParseDirectiveDefinition(start, description),
            _ => null,
        };
    }

    // Description : StringValue
    private StringValueNode? ParseDescription() =>
        _token.Kind is TokenKind.String or TokenKind.BlockString ? ParseStringValue() : null;

    // SchemaDefinition : Description? schema Directives[Const]? { RootOperationTypeDefinition+ }
    // SchemaExtension : extend schema Directives[Const]? { RootOperationTypeDefinition+ } | extend schema Directives[Const]
    private SchemaDefinitionNode ParseSchemaDefinition(int start, StringValueNode? description, bool isExtension)
    {
        ExpectKeyword("schema");
        var directives = ParseDirectives(isConst: true);
        Production<OperationTypeDefinitionNode> rootOperation = static (scoped ref p) => p.ParseRootOperationTypeDefinition();
        var operationTypes = isExtension
            ? OptionalMany(TokenKind.BraceLeft, rootOperation, TokenKind.BraceRight)
            : Many(TokenKind.BraceLeft, rootOperation, TokenKind.BraceRight);
        RequireAddition(isExtension, directives.Length + operationTypes.Length);
        return new SchemaDefinitionNode
        {
            Description = description,
            IsExtension = isExtension,
            Directives = directives,
            OperationTypes = operationTypes,
            Start = start,
            End = _lastEnd,
            Source = _source,
        };
    }

    // RootOperationTypeDefinition : OperationType : NamedType
    private OperationTypeDefinitionNode ParseRootOperationTypeDefinition()
    {
        var start = _token.Start;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(operation, ParseNamedType()) { Start = start, End = _lastEnd, Source = _source };
    }

    // DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? `repeatable`? on DirectiveLocations
    private DirectiveDefinitionNode ParseDirectiveDefinition(int start, StringValueNode? description)
    {
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentsDefinition();
        var repeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        return new DirectiveDefinitionNode
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Repeatable = repeatable,
            Locations = DelimitedMany(TokenKind.Pipe, static (scoped ref p) => p.ParseDirectiveLocation()),
            Start = start,
            End = _lastEnd,
            Source = _source,
        };
    }

    // DirectiveLocation : ExecutableDirectiveLocation | TypeSystemDirectiveLocation
    private NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        return DirectiveLocations.Contains(name.Value) ? name : throw Unexpected(token);
    }

    private readonly void RequireAddition(bool isExtension, int additions)
    {
        if (isExtension && additions == 0)
        {
            throw Unexpected();
        }
    }
}
