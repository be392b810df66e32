using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Tests.Language;

internal sealed partial class RandomDocuments
{
    private TypeSystemDefinitionNode TypeSystem()
    {
        var isExtension = Maybe();
        var description = isExtension ? null : Description();

        // An extension has at least one of everything, since it must have one of something.
        var least = isExtension ? 1 : 0;
        var directives = Many(least, 2, () => new DirectiveNode { Name = Name(), Arguments = Arguments(isConst: true) });
        var name = Name();
        return Choose([0, 1, 2, 3, 4, 5, 6, 7]) switch
        {
            0 => new SchemaDefinitionNode
            {
                IsExtension = isExtension,
                Description = description,
                Directives = directives,
                OperationTypes = Many(1, 2, () => new OperationTypeDefinitionNode(Choose(Enum.GetValues<OperationType>()), Named())),
            },
            1 => new ScalarTypeDefinitionNode { IsExtension = isExtension, Description = description, Name = name, Directives = directives },
            2 => new ObjectTypeDefinitionNode
            {
                IsExtension = isExtension,
                Description = description,
                Name = name,
                Interfaces = Many(least, 2, Named),
                Directives = directives,
                Fields = Many(0, 2, Field),
            },
            3 => new InterfaceTypeDefinitionNode
            {
                IsExtension = isExtension,
                Description = description,
                Name = name,
                Interfaces = Many(0, 2, Named),
                Directives = directives,
                Fields = Many(least, 2, Field),
            },
            4 => new UnionTypeDefinitionNode { IsExtension = isExtension, Description = description, Name = name, Directives = directives, Types = Many(0, 2, Named) },
            5 => new EnumTypeDefinitionNode { IsExtension = isExtension, Description = description, Name = name, Directives = directives, Values = Many(0, 2, EnumValue) },
            6 => new InputObjectTypeDefinitionNode { IsExtension = isExtension, Description = description, Name = name, Directives = directives, Fields = Many(0, 2, InputValue) },
            _ => new DirectiveDefinitionNode
            {
                Description = description,
                Name = name,
                Arguments = Many(0, 2, InputValue),
                Repeatable = Maybe(),
                Locations = Many(1, 3, () => new NameNode(Choose(s_locations))),
            },
        };
    }

    private FieldDefinitionNode Field() => new()
    {
        Description = Description(),
        Name = Name(),
        Arguments = Many(0, 2, InputValue),
        Type = Type(2),
        Directives = Directives(isConst: true),
    };

    private InputValueDefinitionNode InputValue() => new()
    {
        Description = Description(),
        Name = Name(),
        Type = Type(2),
        DefaultValue = DefaultValue(),
        Directives = Directives(isConst: true),
    };

    private EnumValueDefinitionNode EnumValue() => new()
    {
        Description = Description(),
        Name = NameBut("true", "null"),
        Directives = Directives(isConst: true),
    };
}
