using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Introspection;

/// <summary>What every field of the introspection types is: a string, a bool, another part of the schema, or a list of them.</summary>
internal static class IntrospectionResolvers
{
    /// <param name="schema">The schema that is asked about.</param>
    /// <param name="parent">The part of the schema that has the field; null for the query type.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="arguments">Its arguments.</param>
    public static object? Resolve(Schema schema, object? parent, string field, ArgumentValues arguments) => parent switch
    {
        null => Query(schema, field, arguments),
        Schema => OfSchema(schema, field),
        GraphQLType type => OfType(schema, type, field, arguments),
        FieldDefinition definition => OfField(definition, field, arguments),
        InputValue value => OfInputValue(value, field),
        EnumValue value => OfMember(value, field),
        DirectiveDefinition directive => OfDirective(directive, field, arguments),
        _ => throw Unknown(field),
    };

    private static object? Query(Schema schema, string field, ArgumentValues arguments) => field switch
    {
        "__schema" => schema,
        "__type" => schema.Type((string)arguments["name"]!),
        _ => throw Unknown(field),
    };

    // Spec, The __Schema Type
    private static object? OfSchema(Schema schema, string field) => field switch
    {
        "description" => schema.Description,
        "types" => schema.Types.Values,
        "queryType" => schema.Query,
        "mutationType" => schema.Mutation,
        "subscriptionType" => schema.Subscription,
        "directives" => schema.Directives.Values,
        _ => throw Unknown(field),
    };

    // Spec, The __Type Type
    private static object? OfType(Schema schema, GraphQLType type, string field, ArgumentValues arguments) => field switch
    {
        "kind" => Kind(type),
        "name" => (type as NamedType)?.Name,
        "description" => (type as NamedType)?.Description,
        "specifiedByURL" => (type as ScalarType)?.SpecifiedBy,
        "fields" => Current((type as FieldsType)?.Fields, arguments),
        "interfaces" => (type as FieldsType)?.Interfaces,
        "possibleTypes" => type.IsAbstractType ? schema.PossibleTypes((NamedType)type) : null,
        "enumValues" => Current((type as EnumType)?.Values, arguments),
        "inputFields" => Current((type as InputObjectType)?.Fields, arguments),
        "ofType" => type switch
        {
            ListType list => list.OfType,
            NonNullType nonNull => nonNull.OfType,
            _ => null,
        },
        "isOneOf" => (type as InputObjectType)?.IsOneOf,
        _ => throw Unknown(field),
    };

    private static string Kind(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    // Spec, The __Field Type
    private static object? OfField(FieldDefinition definition, string field, ArgumentValues arguments) => field switch
    {
        "args" => Current(definition.Arguments, arguments),
        "type" => definition.Type,
        _ => OfMember(definition, field),
    };

    // Spec, The __InputValue Type
    private static object? OfInputValue(InputValue value, string field) => field switch
    {
        "type" => value.Type,
        "defaultValue" => value.DefaultValue is null ? null : Printer.Print(value.DefaultValue),
        _ => OfMember(value, field),
    };

    // Spec, The __Directive Type
    private static object? OfDirective(DirectiveDefinition directive, string field, ArgumentValues arguments) => field switch
    {
        "isRepeatable" => directive.IsRepeatable,
        "locations" => directive.Locations,
        "args" => Current(directive.Arguments, arguments),
        _ => OfMember(directive, field),
    };

    /// <summary>What the kinds of members share: all that there is of <c>__EnumValue</c>.</summary>
    private static object? OfMember(Member member, string field) => field switch
    {
        "name" => member.Name,
        "description" => member.Description,
        "isDeprecated" => member.DeprecationReason is not null,
        "deprecationReason" => member.DeprecationReason,
        _ => throw Unknown(field),
    };

    // Spec, Deprecation: what is deprecated is there when it is asked for.
    private static IEnumerable<Member>? Current(IEnumerable<Member>? members, ArgumentValues arguments) =>
        arguments["includeDeprecated"] is true ? members : members?.Where(member => member.DeprecationReason is null);

    private static ArgumentOutOfRangeException Unknown(string field) => new(nameof(field), field, "The introspection types have no such field.");
}
