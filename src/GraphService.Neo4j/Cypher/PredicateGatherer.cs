using System.Numerics;
using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>Gathers the values of a filter and writes its shape: operators, what they look at, how many alternatives.</summary>
internal readonly struct PredicateGatherer(StatementParameters parameters)
{
    private enum Form : byte
    {
        None,
        And,
        Or,
        Not,
        Missing,
        Text,
        TextIn,
        Int,
        IntIn,
        Set,
        Items,
        Steps,
        Node,
    }

    /// <summary>A condition that may be left out.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="adjacency">The list whose rows it is about; its types are what a condition on types can name.</param>
    /// <param name="shape">Where its shape goes.</param>
    public void Optional(Predicate? predicate, Adjacency? adjacency, ref ShapeWriter shape)
    {
        if (predicate is null)
        {
            shape.Add((byte)Form.None);
        }
        else
        {
            Gather(predicate, adjacency, ref shape);
        }
    }

    /// <summary>For the conditions of which all must hold: the names that are asked for, folded, for the index.</summary>
    public void Names(Predicate? predicate, Property name)
    {
        switch (predicate)
        {
            case AndPredicate and:
                for (var i = 0; i < and.Parts.Count; i++)
                {
                    Names(and.Parts[i], name);
                }

                break;
            case TextPredicate { Operator: TextOperator.Eq, Value: { Subject: Subject.Node, Kind: ValueKind.Property } } text when text.Value.Property == name:
                parameters.AddText(text, ParameterGatherer.WholeOf(text.Operand), ParameterGatherer.FoldedNumber);
                break;
        }
    }

    private void Gather(Predicate predicate, Adjacency? adjacency, ref ShapeWriter shape)
    {
        switch (predicate)
        {
            case AndPredicate and:
                Parts(Form.And, and.Parts, adjacency, ref shape);
                break;
            case OrPredicate or:
                Parts(Form.Or, or.Parts, adjacency, ref shape);
                break;
            case NotPredicate not:
                shape.Add((byte)Form.Not);
                Gather(not.Part, adjacency, ref shape);
                break;
            case MissingPredicate missing:
                Value(Form.Missing, missing.Value, ref shape);
                break;
            case TextPredicate text:
                Text(text, ref shape);
                break;
            case TextInPredicate many:
                Value(Form.TextIn, many.Value, ref shape);
                parameters.AddTexts(many, many.Sorted);
                break;
            case IntPredicate number:
                Value(Form.Int, number.Value, ref shape);
                shape.Add((byte)number.Operator);
                parameters.AddInt(number, number.Operand);
                break;
            case IntInPredicate many:
                Value(Form.IntIn, many.Value, ref shape);
                parameters.AddInts(many, many.Sorted);
                break;
            case SetPredicate set:
                Value(Form.Set, set.Value, ref shape);
                Set(set, adjacency);
                break;
            case ItemsPredicate items:
                Value(Form.Items, items.List, ref shape);
                shape.Add((byte)items.Quantifier);
                Optional(items.Item, adjacency, ref shape);
                break;
            case StepsPredicate steps:
                shape.Add((byte)Form.Steps);
                shape.Add((byte)steps.From);
                shape.Add((byte)steps.Quantifier);
                shape.AddReference(steps.Adjacency);
                Optional(steps.Step, steps.Adjacency, ref shape);
                break;
            case NodePredicate node:
                shape.Add((byte)Form.Node);
                shape.Add((byte)node.Subject);
                Gather(node.Node, adjacency, ref shape);
                break;
            default:
                throw new InvalidOperationException("A predicate of a kind that nothing compiles.");
        }
    }

    private void Parts(Form form, IReadOnlyList<Predicate> parts, Adjacency? adjacency, ref ShapeWriter shape)
    {
        shape.Add((byte)form);
        shape.Add(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            Gather(parts[i], adjacency, ref shape);
        }
    }

    private static void Value(Form form, ValueRef value, ref ShapeWriter shape)
    {
        shape.Add((byte)form);
        shape.Add((byte)value.Subject);
        shape.Add((byte)value.Kind);
        shape.AddReference(value.Property);
    }

    private void Text(TextPredicate text, ref ShapeWriter shape)
    {
        Value(Form.Text, text.Value, ref shape);
        shape.Add((byte)text.Operator);
        if (text.Operator == TextOperator.Search)
        {
            var words = WordsOf(text.Operand);
            parameters.AddText(text, Longest(words));
            parameters.AddTexts(text, words, 1);
            return;
        }

        parameters.AddText(text, text.Operand);
        var isHigh = PredicateCompiler.IsComparison(text.Operator) && CursorForm.IsHigh(text.Operand);
        shape.Add(isHigh);
        if (isHigh)
        {
            var above = text.Operator is TextOperator.Gt or TextOperator.Gte;
            TextSide.Add(parameters, text, 1, text.Operand, above, !above, text.Operator is TextOperator.Lte or TextOperator.Gte);
        }
    }

    private void Set(SetPredicate set, Adjacency? adjacency)
    {
        if (set.Value.Kind == ValueKind.Kind)
        {
            var places = new int[BitOperations.PopCount(set.Set)];
            var bits = set.Set;
            for (var i = 0; i < places.Length; i++, bits &= bits - 1)
            {
                places[i] = BitOperations.TrailingZeroCount(bits);
            }

            parameters.AddInts(set, places);
            return;
        }

        var chosen = new List<byte[]>();
        if (set.Value.Kind == ValueKind.Property)
        {
            var names = Compilation.Utf8(set.Value.Property!.EnumValues);
            for (var i = 0; i < names.Length; i++)
            {
                AddIf((set.Set >> i & 1) != 0, names[i], chosen);
            }
        }
        else if (adjacency is not null)
        {
            var names = Compilation.Utf8(adjacency.Types);
            for (var i = 0; i < names.Length; i++)
            {
                AddIf((set.Set >> adjacency.Types[i].Index & 1) != 0, names[i], chosen);
            }
        }

        parameters.AddTexts(set, chosen);
    }

    private static void AddIf(bool isChosen, byte[] name, List<byte[]> chosen)
    {
        if (isChosen)
        {
            chosen.Add(name);
        }
    }

    /// <summary>The words of a folded text, each with the space before it that begins a word.</summary>
    private static List<byte[]> WordsOf(ReadOnlySpan<byte> folded)
    {
        var words = new List<byte[]>();
        foreach (var range in folded.Split((byte)' '))
        {
            words.Add([(byte)' ', .. folded[range]]);
        }

        return words;
    }

    private static byte[] Longest(List<byte[]> words)
    {
        var longest = words[0];
        foreach (var word in words)
        {
            longest = word.Length > longest.Length ? word : longest;
        }

        return longest;
    }
}
