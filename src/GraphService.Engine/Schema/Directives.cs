using System.Globalization;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Schema;

/// <summary>Reads the directives of a domain file.</summary>
internal static class Directives
{
    /// <summary>The directives that a domain file may use.</summary>
    public const string Definitions = """
        directive @node(label: String!, name: String = "name", order: [String!]) on OBJECT | INTERFACE
        directive @relationship(type: [String!], record: String, direction: Direction, order: [String!], from: [String!], to: [String!], properties: String, merged: Boolean) on FIELD_DEFINITION | ENUM_VALUE
        directive @record(types: [String!], order: [String!], ties: [String!]) on OBJECT
        directive @property(span: Int) on FIELD_DEFINITION
        directive @fold on FIELD_DEFINITION
        enum Direction { IN OUT BOTH }
        """;

    public static DirectiveNode? Find(IReadOnlyList<DirectiveNode> directives, string name) =>
        directives.FirstOrDefault(d => d.Name.Value == name);

    public static bool Has(IReadOnlyList<DirectiveNode> directives, string name) => Find(directives, name) is not null;

    public static string? Text(DirectiveNode directive, string argument) => Value(directive, argument) switch
    {
        StringValueNode text => text.Value,
        EnumValueNode name => name.Value,
        _ => null,
    };

    /// <summary>A list of texts; a single text is a list of one; null when the argument is absent.</summary>
    public static IReadOnlyList<string>? Texts(DirectiveNode directive, string argument) => Value(directive, argument) switch
    {
        StringValueNode text => [text.Value],
        ListValueNode list => [.. list.Items.Cast<StringValueNode>().Select(i => i.Value)],
        _ => null,
    };

    public static bool Flag(DirectiveNode directive, string argument) => Value(directive, argument) is BooleanValueNode { Value: true };

    /// <summary>An integer; null when the argument is absent.</summary>
    public static int? Number(DirectiveNode directive, string argument) =>
        Value(directive, argument) is { } value && TryNumber(value, out var number) ? number : null;

    public static bool TryNumber(ValueNode value, out int number)
    {
        number = 0;
        return value is IntValueNode literal && int.TryParse(literal.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    private static ValueNode? Value(DirectiveNode directive, string argument) =>
        directive.Arguments.FirstOrDefault(a => a.Name.Value == argument)?.Value;
}
