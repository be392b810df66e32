using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Language;

// Spec, Operations and Fragments
public static partial class Printer
{
    private static string Operation(OperationDefinitionNode node)
    {
        var head = Words(
            Keyword(node.Operation),
            (node.Name is null ? "" : Print(node.Name)) + Parenthesize(node.VariableDefinitions),
            Join(node.Directives, " "));

        // The shorthand form says nothing but what is selected.
        return head == "query" && node.Description is null ? Print(node.SelectionSet) : $"{head} {Print(node.SelectionSet)}";
    }

    private static string Fragment(FragmentDefinitionNode node) => Words(
        "fragment",
        Print(node.Name),
        "on " + Print(node.TypeCondition),
        Join(node.Directives, " "),
        Print(node.SelectionSet));

    private static string VariableDefinition(VariableDefinitionNode node) => Description(node.Description) + Words(
        $"{Print(node.Variable)}: {Print(node.Type)}",
        DefaultValue(node.DefaultValue),
        Join(node.Directives, " "));

    private static string Selection(SelectionNode node) => node switch
    {
        FieldNode field => Field(field),
        FragmentSpreadNode spread => Words("..." + Print(spread.Name), Join(spread.Directives, " ")),
        InlineFragmentNode fragment => Words(
            "...",
            fragment.TypeCondition is null ? "" : "on " + Print(fragment.TypeCondition),
            Join(fragment.Directives, " "),
            Print(fragment.SelectionSet)),
        _ => throw Unknown(node),
    };

    private static string Field(FieldNode node)
    {
        var name = node.Alias is null ? Print(node.Name) : $"{Print(node.Alias)}: {Print(node.Name)}";
        var line = name + Wrap("(", Join(node.Arguments, ", "), ")");
        if (line.Length > LongestLine)
        {
            line = name + Wrap("(\n", Indent(Join(node.Arguments, "\n")), "\n)");
        }

        return Words(line, Join(node.Directives, " "), node.SelectionSet is null ? "" : Print(node.SelectionSet));
    }

    private static string DefaultValue(ValueNode? value) => value is null ? "" : "= " + Print(value);
}
