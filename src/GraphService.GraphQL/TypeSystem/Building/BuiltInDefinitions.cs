using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem.Building;

/// <summary>The directives and the types of introspection that the specification gives to every schema, as SDL.</summary>
internal static class BuiltInDefinitions
{
    // Shape and names: spec, Type System, Directives, and Introspection, Schema Introspection Schema.
    private const string Sdl = """
        "Leaves a field or fragment out when the condition holds."
        directive @skip("The condition." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Takes a field or fragment in only when the condition holds."
        directive @include("The condition." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Marks what clients should no longer use."
        directive @deprecated(
          "Why, and what to use instead, in Markdown."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Says where the values of a custom scalar are described."
        directive @specifiedBy("The address of a description for people." url: String!) on SCALAR

        "Marks an input object of which exactly one field must be given, and not null."
        directive @oneOf on INPUT_OBJECT

        "What the service offers: its types and directives, and where each kind of operation begins."
        type __Schema {
          description: String
          "Every named type of the schema."
          types: [__Type!]!
          "Where queries begin."
          queryType: __Type!
          "Where mutations begin; null when there are none."
          mutationType: __Type
          "Where subscriptions begin; null when there are none."
          subscriptionType: __Type
          "Every directive that the service knows."
          directives: [__Directive!]!
        }

        "A named type, or a list or non-null type around another. `kind` says which; fields that do not apply to the kind are null."
        type __Type {
          kind: __TypeKind!
          "Null for lists and non-null types."
          name: String
          description: String
          "Where the values of a custom scalar are described."
          specifiedByURL: String
          "Of objects and interfaces."
          fields(includeDeprecated: Boolean! = false): [__Field!]
          "Those that an object or interface implements."
          interfaces: [__Type!]
          "The objects that an interface or union can be."
          possibleTypes: [__Type!]
          "Of enums."
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          "Of input objects."
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          "The type inside a list or non-null type."
          ofType: __Type
          "Of input objects: whether exactly one field must be given."
          isOneOf: Boolean
        }

        "What a type can be."
        enum __TypeKind {
          "A value without parts, such as a number or text."
          SCALAR
          "Has `fields` and `interfaces`."
          OBJECT
          "Has `fields`, `interfaces` and `possibleTypes`."
          INTERFACE
          "Has `possibleTypes`."
          UNION
          "Has `enumValues`."
          ENUM
          "Has `inputFields`."
          INPUT_OBJECT
          "Has `ofType`."
          LIST
          "Has `ofType`."
          NON_NULL
        }

        "A field of an object or interface."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument of a field or directive, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The default in GraphQL's own syntax; null when there is none."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive that the service knows."
        type __Directive {
          name: String!
          description: String
          "Whether it may be applied more than once in one place."
          isRepeatable: Boolean!
          "The places where it may be applied."
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "A place where a directive may be applied."
        enum __DirectiveLocation {
          "A query operation."
          QUERY
          "A mutation operation."
          MUTATION
          "A subscription operation."
          SUBSCRIPTION
          "A field of a selection."
          FIELD
          "A fragment definition."
          FRAGMENT_DEFINITION
          "A spread of a named fragment."
          FRAGMENT_SPREAD
          "A fragment without a name."
          INLINE_FRAGMENT
          "A variable definition."
          VARIABLE_DEFINITION
          "A schema definition."
          SCHEMA
          "A scalar definition."
          SCALAR
          "An object type definition."
          OBJECT
          "A field definition of an object or interface."
          FIELD_DEFINITION
          "An argument definition of a field or directive."
          ARGUMENT_DEFINITION
          "An interface definition."
          INTERFACE
          "A union definition."
          UNION
          "An enum definition."
          ENUM
          "An enum value definition."
          ENUM_VALUE
          "An input object definition."
          INPUT_OBJECT
          "A field definition of an input object."
          INPUT_FIELD_DEFINITION
        }
        """;

    private static readonly DocumentNode Document = Parser.ParseDocument(new SourceText(Sdl), ParserOptions.Schema);

    public static IReadOnlyList<DirectiveDefinitionNode> Directives { get; } = [.. Document.Definitions.OfType<DirectiveDefinitionNode>()];

    public static IReadOnlyList<TypeDefinitionNode> IntrospectionTypes { get; } = [.. Document.Definitions.OfType<TypeDefinitionNode>()];

    public static bool IsIntrospectionType(string name) => IntrospectionTypes.Any(type => type.Name.Value == name);
}
