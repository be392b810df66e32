using System.Text;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Language;

/// <summary>
/// The canonical text of a node: two-space indentation, one selection or member a line, no comments. Parsing it gives
/// the same node again, and printing that the same text. As deep as the node, which the parser bounds.
/// </summary>
public static partial class Printer
{
    // A field's arguments go on lines of their own when the field would be longer.
    private const int LongestLine = 80;

    public static string Print(SyntaxNode node) => node switch
    {
        DocumentNode document => Document(document),
        NameNode name => name.Value,
        DefinitionNode definition => Definition(definition),
        ValueNode value => Value(value),
        TypeNode type => Type(type),
        SelectionNode selection => Selection(selection),
        SelectionSetNode set => Block(set.Selections),
        MemberDefinitionNode member => Member(member),
        VariableDefinitionNode variable => VariableDefinition(variable),
        ArgumentNode argument => $"{Print(argument.Name)}: {Print(argument.Value)}",
        ObjectFieldNode field => $"{Print(field.Name)}: {Print(field.Value)}",
        DirectiveNode directive => $"@{Print(directive.Name)}{Wrap("(", Join(directive.Arguments, ", "), ")")}",
        OperationTypeDefinitionNode root => $"{Keyword(root.Operation)}: {Print(root.Type)}",
        _ => throw Unknown(node),
    };

    private static string Document(DocumentNode node)
    {
        var text = new StringBuilder();
        foreach (var definition in node.Definitions)
        {
            var next = Print(definition);
            if (text.Length > 0)
            {
                // A type without members would take the braces of a shorthand query behind it for its own.
                text.Append(next.StartsWith('{') && text[^1] != '}' ? "\n\nquery " : "\n\n");
            }

            text.Append(next);
        }

        return text.ToString();
    }

    private static string Definition(DefinitionNode node) => Description(node.Description) + node switch
    {
        OperationDefinitionNode operation => Operation(operation),
        FragmentDefinitionNode fragment => Fragment(fragment),
        TypeSystemDefinitionNode definition => TypeSystemDefinition(definition),
        _ => throw Unknown(node),
    };

    private static string Value(ValueNode node) => node switch
    {
        VariableNode variable => "$" + Print(variable.Name),
        IntValueNode number => number.Text,
        FloatValueNode number => number.Text,
        StringValueNode text => text.Block ? BlockString.Print(text.Value) ?? Quote(text.Value) : Quote(text.Value),
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode value => value.Value,
        ListValueNode list => $"[{Join(list.Items, ", ")}]",
        ObjectValueNode value => $"{{{Join(value.Fields, ", ")}}}",
        _ => throw Unknown(node),
    };

    private static string Type(TypeNode node) => node switch
    {
        NamedTypeNode named => Print(named.Name),
        ListTypeNode list => $"[{Print(list.OfType)}]",
        NonNullTypeNode nonNull => Print(nonNull.OfType) + "!",
        _ => throw Unknown(node),
    };

    /// <summary>A description is a block string wherever a block string can mean it.</summary>
    private static string Description(StringValueNode? node) =>
        node is null ? "" : (BlockString.Print(node.Value) ?? Quote(node.Value)) + "\n";

    private static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(c) => quoted.Append($"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private static string Join(IEnumerable<SyntaxNode> nodes, string separator) => string.Join(separator, nodes.Select(Print));

    /// <summary>The parts that are not empty, with a space between.</summary>
    private static string Words(params ReadOnlySpan<string> parts)
    {
        var words = new StringBuilder();
        foreach (var part in parts)
        {
            if (part.Length > 0)
            {
                words.Append(words.Length > 0 ? " " : "").Append(part);
            }
        }

        return words.ToString();
    }

    private static string Wrap(string before, string text, string after = "") => text.Length > 0 ? before + text + after : "";

    private static string Block(IReadOnlyList<SyntaxNode> nodes) => Wrap("{\n", Indent(Join(nodes, "\n")), "\n}");

    /// <summary>In parentheses on one line, or each on its own where one of them needs several.</summary>
    private static string Parenthesize(IReadOnlyList<SyntaxNode> nodes)
    {
        var lines = Join(nodes, "\n");
        return nodes.Count > 0 && lines.Count(c => c == '\n') >= nodes.Count
            ? $"(\n{Indent(lines)}\n)"
            : Wrap("(", Join(nodes, ", "), ")");
    }

    // Empty lines, which only block strings have, stay empty: indentation would not change what they mean.
    private static string Indent(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length > 0 ? "  " + line : line));

    private static ArgumentException Unknown(SyntaxNode node) => new($"There is no text for a {node.GetType().Name}.", nameof(node));
}
