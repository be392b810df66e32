namespace GraphService.GraphQL.TypeSystem;

/// <summary>The meta-fields that every schema has (spec, Schema Introspection).</summary>
public static class IntrospectionFields
{
    /// <summary><c>__typename</c> on any composite type, <c>__schema</c> and <c>__type</c> on the query type; null for other names.</summary>
    public static FieldDefinition? Find(Schema schema, NamedType parent, string name) => name switch
    {
        "__typename" => new FieldDefinition(name) { Type = new NonNullType(schema.Types["String"]) },
        "__schema" when parent == schema.Query => new FieldDefinition(name) { Type = new NonNullType(schema.Types["__Schema"]) },
        "__type" when parent == schema.Query => new FieldDefinition(name)
        {
            Type = schema.Types["__Type"],
            Arguments = [new InputValue("name") { Type = new NonNullType(schema.Types["String"]) }],
        },
        _ => null,
    };
}
