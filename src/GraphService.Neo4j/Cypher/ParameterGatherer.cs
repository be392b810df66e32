using System.Text;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Text;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Gathers the values of a request, and the shape of its statement on the same walk: everything that decides the text, and no value, length of a list or
/// null of a value. It runs for every request.
/// </summary>
internal static class ParameterGatherer
{
    /// <summary>The entry of a condition on a name with the name folded, as <see cref="StoredNames.Names"/> has it.</summary>
    public const int FoldedNumber = 4;

    /// <summary>The entry of a search with its words.</summary>
    public const int WordsNumber = 1;

    private enum SlotForm : byte
    {
        Empty,
        Fault,
        Id,
        Ids,
        Name,
        Connection,
    }

    /// <summary>Gathers a request's values for a stage, in the order of its slots, and tells the shape of its statement.</summary>
    public static StatementShape Gather(StatementStage stage, BoundSlot[] slots, bool[] conditions, StatementParameters parameters)
    {
        var shape = new ShapeWriter(stackalloc byte[512]);
        foreach (var holds in conditions)
        {
            shape.Add(holds);
        }

        foreach (ref readonly var use in stage.Uses.AsSpan())
        {
            Slot(use, slots[use.Place], parameters, ref shape);
        }

        return shape.ToShape();
    }

    private static void Slot(in SlotUse use, BoundSlot slot, StatementParameters parameters, ref ShapeWriter shape)
    {
        if (ReferenceEquals(slot, BoundSlot.Empty) || slot.Fault is not null)
        {
            shape.Add((byte)(slot.Fault is null ? SlotForm.Empty : SlotForm.Fault));
        }
        else if (use.Connection is { } connection)
        {
            shape.Add((byte)SlotForm.Connection);
            Connection(connection, slot, parameters, ref shape);
        }
        else if (use.Access == RootAccess.Ids)
        {
            shape.Add((byte)SlotForm.Ids);
            parameters.AddTexts(slot, slot.Ids);
        }
        else if (slot.Ids.Length > 0)
        {
            shape.Add((byte)SlotForm.Id);
            parameters.AddText(slot, slot.Ids[0]);
        }
        else
        {
            shape.Add((byte)SlotForm.Name);
            parameters.AddText(slot, Whole(slot.FoldedName));
            new PredicateGatherer(parameters).Optional(slot.Filter, null, ref shape);
        }
    }

    private static void Connection(ConnectionOutput connection, BoundSlot slot, StatementParameters parameters, ref ShapeWriter shape)
    {
        var predicates = new PredicateGatherer(parameters);
        predicates.Optional(slot.Filter, (connection.Source as AdjacencySource)?.Adjacency, ref shape);
        if (connection.Source is TableSource { Table.Name: { } name })
        {
            predicates.Names(slot.Filter, name);
        }

        if (slot.Search is { } terms)
        {
            Search(terms, parameters, ref shape);
        }

        shape.Add(slot.IsDefaultOrder);
        if (!slot.IsDefaultOrder)
        {
            Order(slot.Order, ref shape);
        }

        var page = slot.Page!;
        var isLast = page.Last is not null;
        shape.Add(isLast);
        var more = isLast ? connection.NeedsPrevious : connection.NeedsNext;
        parameters.AddInt(page, (page.Last ?? page.First!.Value) + (more ? 1L : 0));
        Cursor(page.After, slot.Order, isBehind: true, connection.NeedsPrevious, parameters, ref shape);
        Cursor(page.Before, slot.Order, isBehind: false, connection.NeedsNext, parameters, ref shape);
    }

    /// <summary>How many words there are does not change the text; which kinds are asked for does.</summary>
    private static void Search(SearchTerms terms, StatementParameters parameters, ref ShapeWriter shape)
    {
        shape.Add((int)terms.Kinds);
        shape.Add((int)(terms.Kinds >> 32));
        parameters.AddText(terms, terms.Words[0]);
        parameters.AddTexts(terms, terms.Words, WordsNumber);
        parameters.AddText(terms, terms.Text.ToArray(), FoldedNumber);
    }

    private static void Order(OrderTerm[] order, ref ShapeWriter shape)
    {
        shape.Add(order.Length);
        foreach (ref readonly var term in order.AsSpan())
        {
            shape.Add((byte)term.Subject);
            shape.Add((byte)term.Kind);
            shape.Add(term.Descending);
            shape.AddReference(term.Property);
            shape.AddReference(term.TypeNames);
            shape.AddReference(term.Only);
        }
    }

    /// <param name="cursor">The cursor.</param>
    /// <param name="order">The order that it is a place in.</param>
    /// <param name="isBehind">The rows asked for are behind it; otherwise they are before it.</param>
    /// <param name="both">Whether there are rows on its other side is asked too.</param>
    /// <param name="parameters">Where its values go.</param>
    /// <param name="shape">Where its shape goes.</param>
    private static void Cursor(Cursor? cursor, OrderTerm[] order, bool isBehind, bool both, StatementParameters parameters, ref ShapeWriter shape)
    {
        shape.Add(cursor is not null);
        if (cursor is null)
        {
            return;
        }

        shape.Add(CursorForm.LacksRequired(cursor, order));
        for (var i = 0; i < order.Length; i++)
        {
            ref readonly var key = ref cursor.Keys[i];
            var isNumber = order[i].Kind is ValueKind.Type or ValueKind.Nth || order[i] is { Kind: ValueKind.Property, Property.Type: PropertyType.Int };
            if (i == 0 && isNumber)
            {
                parameters.AddInt(cursor, key.IsMissing ? StoredNames.MissingNumber : Math.Min(key.Number, StoredNames.MissingNumber - 1), KeysetCompiler.OrderedNumber);
            }

            if (isNumber && !key.IsMissing)
            {
                parameters.AddInt(cursor, key.Number, KeysetCompiler.ValueNumber(i));
            }
            else
            {
                parameters.AddText(cursor, key.Text, KeysetCompiler.ValueNumber(i));
            }

            parameters.AddBool(cursor, key.IsMissing, KeysetCompiler.MissingNumber(i));
            var isHigh = key.Text is { } text && CursorForm.IsHigh(text);
            shape.Add(isHigh);
            if (isHigh)
            {
                var above = isBehind != order[i].Descending;
                TextSide.Add(parameters, cursor, KeysetCompiler.SideNumber(i), key.Text!, above || both, !above || both);
            }
        }
    }

    /// <summary>A folded name as the stored names hold it: a bar, a space before each word, a bar.</summary>
    public static byte[] Whole(ReadOnlySpan<byte> folded) => folded.IsEmpty ? [.. "||"u8] : [.. "| "u8, .. folded, (byte)'|'];

    /// <summary>The same of a name as it was asked for.</summary>
    public static byte[] WholeOf(byte[] name) => Whole(Encoding.UTF8.GetBytes(Folding.Fold(Encoding.UTF8.GetString(name))));
}
