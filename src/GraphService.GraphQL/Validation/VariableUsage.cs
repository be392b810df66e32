using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation;

/// <summary>A variable where a value is expected.</summary>
internal readonly record struct VariableUsage(VariableNode Node, InputPosition Position)
{
    public string Name => Node.Name.Value;
}
