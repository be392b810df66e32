using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Validation;

/// <summary>What is expected where a value stands.</summary>
/// <param name="Type">Null where an unknown argument or field, already reported, leaves nothing to expect.</param>
/// <param name="HasDefault">True for an argument or input field with a default.</param>
/// <param name="IsOneOf">True for a field of a OneOf Input Object.</param>
internal readonly record struct InputPosition(GraphQLType? Type, bool HasDefault = false, bool IsOneOf = false)
{
    public static InputPosition Of(InputValue? definition) => new(definition?.Type, definition?.DefaultValue is not null);

    /// <summary>The position of an item of a list that stands here.</summary>
    public InputPosition Item => new(Type?.Nullable is ListType list ? list.OfType : null);

    /// <summary>The position of a field of an object that stands here: one object may stand for a list of one.</summary>
    public InputPosition Field(string name) => Type?.Named is InputObjectType type
        ? Of(type.Field(name)) with { IsOneOf = type.IsOneOf }
        : default;
}
