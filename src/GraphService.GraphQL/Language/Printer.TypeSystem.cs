using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Language;

// Spec, Type System
public static partial class Printer
{
    private static string TypeSystemDefinition(TypeSystemDefinitionNode node) => (node.IsExtension ? "extend " : "") + node switch
    {
        SchemaDefinitionNode schema => Words("schema", Join(node.Directives, " "), Block(schema.OperationTypes)),
        DirectiveDefinitionNode directive => Words(
            $"directive @{Print(directive.Name)}{Parenthesize(directive.Arguments)}",
            directive.Repeatable ? "repeatable" : "",
            "on " + Join(directive.Locations, " | ")),
        TypeDefinitionNode type => TypeDefinition(type),
        _ => throw Unknown(node),
    };

    private static string TypeDefinition(TypeDefinitionNode node)
    {
        var name = Print(node.Name);
        var directives = Join(node.Directives, " ");
        return node switch
        {
            ScalarTypeDefinitionNode => Words("scalar", name, directives),
            ObjectTypeDefinitionNode type => Words("type", name, Implements(type), directives, Block(type.Fields)),
            InterfaceTypeDefinitionNode type => Words("interface", name, Implements(type), directives, Block(type.Fields)),
            UnionTypeDefinitionNode type => Words("union", name, directives, Wrap("= ", Join(type.Types, " | "))),
            EnumTypeDefinitionNode type => Words("enum", name, directives, Block(type.Values)),
            InputObjectTypeDefinitionNode type => Words("input", name, directives, Block(type.Fields)),
            _ => throw Unknown(node),
        };
    }

    private static string Implements(FieldsTypeDefinitionNode node) => Wrap("implements ", Join(node.Interfaces, " & "));

    private static string Member(MemberDefinitionNode node)
    {
        var name = Print(node.Name);
        var directives = Join(node.Directives, " ");
        return Description(node.Description) + node switch
        {
            FieldDefinitionNode field => Words($"{name}{Parenthesize(field.Arguments)}: {Print(field.Type)}", directives),
            InputValueDefinitionNode value => Words($"{name}: {Print(value.Type)}", DefaultValue(value.DefaultValue), directives),
            EnumValueDefinitionNode => Words(name, directives),
            _ => throw Unknown(node),
        };
    }
}
