namespace GraphService.GraphQL.Language.Ast;

// Spec, Input Values
public abstract class ValueNode : SyntaxNode;

public sealed class VariableNode(NameNode name) : ValueNode
{
    public NameNode Name { get; } = name;
}

public sealed class IntValueNode(string text) : ValueNode
{
    /// <summary>The literal as written: its range is the business of coercion.</summary>
    public string Text { get; } = text;
}

public sealed class FloatValueNode(string text) : ValueNode
{
    public string Text { get; } = text;
}

public sealed class StringValueNode(string value) : ValueNode
{
    /// <summary>The semantic value: escapes resolved, block strings dedented.</summary>
    public string Value { get; } = value;
    public bool Block { get; init; }
}

public sealed class BooleanValueNode(bool value) : ValueNode
{
    public bool Value { get; } = value;
}

public sealed class NullValueNode : ValueNode;

public sealed class EnumValueNode(string value) : ValueNode
{
    public string Value { get; } = value;
}

public sealed class ListValueNode(IReadOnlyList<ValueNode> items) : ValueNode
{
    public IReadOnlyList<ValueNode> Items { get; } = items;
}

public sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields) : ValueNode
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

public sealed class ObjectFieldNode(NameNode name, ValueNode value) : SyntaxNode
{
    public NameNode Name { get; } = name;
    public ValueNode Value { get; } = value;
}
