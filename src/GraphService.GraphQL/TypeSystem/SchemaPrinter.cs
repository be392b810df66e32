using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem;

/// <summary>Writes a schema as SDL: directives, then types, in the order of declaration. Building the text gives the same schema again.</summary>
public sealed class SchemaPrinter
{
    private readonly bool _appliedDirectives;

    private SchemaPrinter(bool appliedDirectives) => _appliedDirectives = appliedDirectives;

    /// <summary>The whole schema but for what is built in.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="appliedDirectives">
    /// True for every directive that was applied. Without, only <c>@deprecated</c>, <c>@specifiedBy</c> and <c>@oneOf</c>, which mean something to clients.
    /// </param>
    public static string Print(Schema schema, bool appliedDirectives = false) =>
        Printer.Print(new SchemaPrinter(appliedDirectives).Document(schema)) + "\n";

    private DocumentNode Document(Schema schema)
    {
        var definitions = new List<DefinitionNode>();
        if (!IsDefault(schema) || (_appliedDirectives && schema.AppliedDirectives.Count > 0))
        {
            definitions.Add(Definition(schema));
        }

        definitions.AddRange(schema.Directives.Values.Where(directive => !directive.IsBuiltIn).Select(Definition));
        definitions.AddRange(schema.Types.Values.Where(type => !type.IsBuiltIn).Select(Definition));
        return new DocumentNode(definitions);
    }

    // Spec, Default Root Operation Type Names: when the schema definition can be left out.
    private static bool IsDefault(Schema schema) =>
        schema.Description is null && Enum.GetValues<OperationType>().All(operation => schema.RootType(operation) == schema.Type(operation.ToString()));

    private SchemaDefinitionNode Definition(Schema schema) => new()
    {
        Description = Description(schema.Description),
        Directives = _appliedDirectives ? schema.AppliedDirectives : [],
        OperationTypes = [.. Enum.GetValues<OperationType>()
            .Where(operation => schema.RootType(operation) is not null)
            .Select(operation => new OperationTypeDefinitionNode(operation, Reference(schema.RootType(operation)!)))],
    };

    private DirectiveDefinitionNode Definition(DirectiveDefinition directive) => new()
    {
        Description = Description(directive.Description),
        Name = new NameNode(directive.Name),
        Arguments = Inputs(directive.Arguments),
        Repeatable = directive.IsRepeatable,
        Locations = [.. directive.Locations.Select(location => new NameNode(location))],
    };

    private TypeDefinitionNode Definition(NamedType type)
    {
        var (name, description) = (new NameNode(type.Name), Description(type.Description));
        var directives = Directives(type);
        return type switch
        {
            ScalarType => new ScalarTypeDefinitionNode { Name = name, Description = description, Directives = directives },
            ObjectType o => new ObjectTypeDefinitionNode
            {
                Name = name, Description = description, Directives = directives, Interfaces = References(o.Interfaces), Fields = Fields(o),
            },
            InterfaceType i => new InterfaceTypeDefinitionNode
            {
                Name = name, Description = description, Directives = directives, Interfaces = References(i.Interfaces), Fields = Fields(i),
            },
            UnionType union => new UnionTypeDefinitionNode
            {
                Name = name, Description = description, Directives = directives, Types = References(union.Types),
            },
            EnumType e => new EnumTypeDefinitionNode { Name = name, Description = description, Directives = directives, Values = Values(e) },
            _ => new InputObjectTypeDefinitionNode
            {
                Name = name, Description = description, Directives = directives, Fields = Inputs(((InputObjectType)type).Fields),
            },
        };
    }

    private IReadOnlyList<FieldDefinitionNode> Fields(FieldsType type) => [.. type.Fields.Select(field => new FieldDefinitionNode
    {
        Description = Description(field.Description),
        Name = new NameNode(field.Name),
        Arguments = Inputs(field.Arguments),
        Type = Reference(field.Type),
        Directives = Directives(field),
    })];

    private IReadOnlyList<InputValueDefinitionNode> Inputs(IReadOnlyList<InputValue> inputs) => [.. inputs.Select(input => new InputValueDefinitionNode
    {
        Description = Description(input.Description),
        Name = new NameNode(input.Name),
        Type = Reference(input.Type),
        DefaultValue = input.DefaultValue,
        Directives = Directives(input),
    })];

    private IReadOnlyList<EnumValueDefinitionNode> Values(EnumType type) => [.. type.Values.Select(value => new EnumValueDefinitionNode
    {
        Description = Description(value.Description),
        Name = new NameNode(value.Name),
        Directives = Directives(value),
    })];

    private IReadOnlyList<DirectiveNode> Directives(NamedType type) =>
        _appliedDirectives ? type.Directives
        : type is ScalarType { SpecifiedBy: { } url } ? [Directive("specifiedBy", "url", url)]
        : type is InputObjectType { IsOneOf: true } ? [new DirectiveNode { Name = new NameNode("oneOf") }]
        : [];

    private IReadOnlyList<DirectiveNode> Directives(Member member) =>
        _appliedDirectives ? member.Directives
        : member.DeprecationReason is null ? []
        : member.DeprecationReason == MemberFactory.DefaultReason ? [new DirectiveNode { Name = new NameNode("deprecated") }]
        : [Directive("deprecated", "reason", member.DeprecationReason)];

    private static DirectiveNode Directive(string name, string argument, string value) => new()
    {
        Name = new NameNode(name),
        Arguments = [new ArgumentNode(new NameNode(argument), new StringValueNode(value))],
    };

    private static StringValueNode? Description(string? text) => text is null ? null : new StringValueNode(text) { Block = true };

    private static IReadOnlyList<NamedTypeNode> References(IEnumerable<NamedType> types) => [.. types.Select(Reference)];

    private static NamedTypeNode Reference(NamedType type) => new(new NameNode(type.Name));

    private static TypeNode Reference(GraphQLType type) => type switch
    {
        NonNullType nonNull => new NonNullTypeNode(Reference(nonNull.OfType)),
        ListType list => new ListTypeNode(Reference(list.OfType)),
        _ => Reference((NamedType)type),
    };
}
