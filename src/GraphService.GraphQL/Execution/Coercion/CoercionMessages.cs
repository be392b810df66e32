using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Execution.Coercion;

/// <summary>Why a value does not fit a type, in the words that GraphQL's reference implementation uses.</summary>
internal static class CoercionMessages
{
    public static string Unexpected(GraphQLType type, string shown) => $"Expected value of type \"{type}\", found {shown}.";

    // Spec, Non-Null
    public static string Null(GraphQLType type) => $"Expected non-nullable type \"{type}\" not to be null.";

    public static string NullVariable(string variable, GraphQLType type) => $"Expected variable \"${variable}\" provided to non-null type \"{type}\" not to be null.";

    public static string AbsentVariable(string variable, GraphQLType type) => $"Expected variable \"${variable}\" provided to type \"{type}\" to provide a runtime value.";

    // Spec, Enums
    public static string NoEnum(EnumType type, string shown, string kind) => $"Enum \"{type}\" cannot represent non-{kind} value: {shown}.";

    public static string UnknownEnumValue(EnumType type, string name) =>
        $"Value \"{ShortText.Cut(name)}\" does not exist in \"{type}\" enum.{DidYouMean(type, name)}";

    public static string DidYouMean(EnumType type, string name) =>
        Suggestions.DidYouMean(name, type.Values.Select(value => value.Name), "the enum value ");

    // Spec, Input Objects
    public static string NoObject(InputObjectType type) => $"Expected type \"{type}\" to be an object.";

    public static string MissingField(string field, GraphQLType type) => $"Field \"{field}\" of required type \"{type}\" was not provided.";

    public static string UnknownField(string name, InputObjectType type) =>
        $"Field \"{ShortText.Cut(name)}\" is not defined by type \"{type}\".{Suggestions.DidYouMean(name, type.Fields.Select(field => field.Name))}";

    public static string RepeatedField(string name) => $"There can be only one input field named \"{name}\".";

    // Spec, OneOf Input Objects
    public static string NotOneField(InputObjectType type) => $"Exactly one key must be specified for OneOf type \"{type}\".";

    public static string NullOneOfField(string name) => $"Field \"{name}\" must be non-null.";
}
