using GraphService.Graph.Model;

namespace GraphService.Graph.Query;

/// <summary>A value of a row: whose, and what.</summary>
public readonly record struct ValueRef(Subject Subject, ValueKind Kind, Property? Property = null);

/// <summary>
/// A bound condition over a row (a node, and the relationship that led to it). Conditions are two-valued: a comparison with a missing value is
/// false, and its negation true. Both stores evaluate the same tree.
/// </summary>
public abstract class Predicate;

/// <summary>All of them; true when there are none.</summary>
public sealed class AndPredicate(IReadOnlyList<Predicate> parts) : Predicate
{
    public IReadOnlyList<Predicate> Parts { get; } = parts;
}

/// <summary>Any of them; false when there are none.</summary>
public sealed class OrPredicate(IReadOnlyList<Predicate> parts) : Predicate
{
    public IReadOnlyList<Predicate> Parts { get; } = parts;
}

public sealed class NotPredicate(Predicate part) : Predicate
{
    public Predicate Part { get; } = part;
}

/// <summary>The value is missing.</summary>
public sealed class MissingPredicate(ValueRef value) : Predicate
{
    public ValueRef Value { get; } = value;
}

public enum TextOperator
{
    Eq,
    Contains,
    StartsWith,
    EndsWith,

    /// <summary>Folded: every word of the operand begins a word of the value. The operand is folded already.</summary>
    Search,
    Lt,
    Lte,
    Gt,
    Gte,
}

/// <summary>Compares a text, an id or a date, as UTF-8 bytes.</summary>
public sealed class TextPredicate(ValueRef value, TextOperator op, byte[] operand) : Predicate
{
    public ValueRef Value { get; } = value;
    public TextOperator Operator { get; } = op;
    public byte[] Operand { get; } = operand;
}

/// <summary>The text, id or date is one of these (UTF-8, sorted by bytes).</summary>
public sealed class TextInPredicate(ValueRef value, byte[][] sorted) : Predicate
{
    public ValueRef Value { get; } = value;
    public byte[][] Sorted { get; } = sorted;
}

public enum IntOperator
{
    Eq,
    Lt,
    Lte,
    Gt,
    Gte,
}

public sealed class IntPredicate(ValueRef value, IntOperator op, int operand) : Predicate
{
    public ValueRef Value { get; } = value;
    public IntOperator Operator { get; } = op;
    public int Operand { get; } = operand;
}

public sealed class IntInPredicate(ValueRef value, int[] sorted) : Predicate
{
    public ValueRef Value { get; } = value;
    public int[] Sorted { get; } = sorted;
}

/// <summary>The place of an enum value, a kind or a relationship type is in a set of at most 64 bits.</summary>
public sealed class SetPredicate(ValueRef value, ulong set) : Predicate
{
    public ValueRef Value { get; } = value;
    public ulong Set { get; } = set;
}

public enum Quantifier
{
    All,
    None,
    Some,
}

/// <summary>Quantifies over the items of a text or integer list. Within <see cref="Item"/>, a <see cref="Subject.Node"/> property of that list means the item.</summary>
public sealed class ItemsPredicate(ValueRef list, Quantifier quantifier, Predicate? item) : Predicate
{
    public ValueRef List { get; } = list;
    public Quantifier Quantifier { get; } = quantifier;

    /// <summary>Null: any item.</summary>
    public Predicate? Item { get; } = item;
}

/// <summary>Quantifies over the steps from a node of the row.</summary>
public sealed class StepsPredicate(Subject from, Adjacency adjacency, Quantifier quantifier, Predicate? step) : Predicate
{
    public Subject From { get; } = from;
    public Adjacency Adjacency { get; } = adjacency;
    public Quantifier Quantifier { get; } = quantifier;

    /// <summary>Over the row of the step; null: any step.</summary>
    public Predicate? Step { get; } = step;
}

/// <summary>A condition on another node of the row, which is its <see cref="Subject.Node"/>; false when there is no such node.</summary>
public sealed class NodePredicate(Subject subject, Predicate node) : Predicate
{
    public Subject Subject { get; } = subject;
    public Predicate Node { get; } = node;
}
