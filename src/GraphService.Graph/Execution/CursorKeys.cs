using System.Text.Unicode;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>The keys of rows under an order: written into cursors, and compared with them.</summary>
internal static class CursorKeys
{
    /// <summary>Adds the keys of a row.</summary>
    public static void Write(GraphSnapshot graph, ReadOnlySpan<OrderTerm> order, Step row, Cursor.Builder cursor)
    {
        foreach (ref readonly var term in order)
        {
            if (IsNumber(term))
            {
                var number = Number(graph, term, row);
                if (number is IntColumn.Missing)
                {
                    cursor.AddMissing();
                }
                else
                {
                    cursor.Add(number);
                }

                continue;
            }

            if (IsName(term))
            {
                if (Name(graph, term, row) is { } name)
                {
                    cursor.Add(name);
                }
                else
                {
                    cursor.AddMissing();
                }

                continue;
            }

            var text = Text(graph, term, row, out var isMissing);
            if (isMissing)
            {
                cursor.AddMissing();
            }
            else
            {
                cursor.Add(text);
            }
        }
    }

    /// <summary>Compares a row with the keys of a cursor in the order's sense.</summary>
    public static int Compare(GraphSnapshot graph, ReadOnlySpan<OrderTerm> order, Step row, Cursor cursor)
    {
        for (var i = 0; i < order.Length; i++)
        {
            ref readonly var term = ref order[i];
            var key = cursor.Keys[i];
            int compared;
            bool isMissing;
            if (IsNumber(term))
            {
                var number = Number(graph, term, row);
                isMissing = number is IntColumn.Missing;
                compared = isMissing || key.IsMissing ? 0 : ((long)number).CompareTo(key.Number);
            }
            else if (IsName(term))
            {
                var name = Name(graph, term, row);
                isMissing = name is null;
                compared = isMissing || key.IsMissing ? 0 : Compare(name!, key.Text);
            }
            else
            {
                var text = Text(graph, term, row, out isMissing);
                compared = isMissing || key.IsMissing ? 0 : text.SequenceCompareTo(key.Text);
            }

            if (isMissing != key.IsMissing)
            {
                compared = isMissing ? 1 : -1;
            }

            if (compared != 0)
            {
                return term.Descending ? -compared : compared;
            }
        }

        return 0;
    }

    /// <summary>True when the cursor's keys are of the types that the order has, and such as a row could have.</summary>
    public static bool Fits(ReadOnlySpan<OrderTerm> order, Cursor cursor)
    {
        if (cursor.Keys.Length != order.Length)
        {
            return false;
        }

        for (var i = 0; i < order.Length; i++)
        {
            var key = cursor.Keys[i];
            if (!key.IsMissing && !(IsNumber(order[i]) ? key.Text is null && key.Number is > int.MinValue and <= int.MaxValue : key.Text is { } text && Utf8.IsValid(text)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(in OrderTerm term) =>
        term.Kind is ValueKind.Type or ValueKind.Nth || (term.Kind == ValueKind.Property && term.Property!.Type == PropertyType.Int);

    private static int Number(GraphSnapshot graph, in OrderTerm term, Step row) => term.Kind switch
    {
        ValueKind.Type => graph.RelationshipTypes[row.Relationship],
        ValueKind.Nth => graph.NthOf(row.Relationship),
        _ => Values.Int(graph, new ValueRef(term.Subject, term.Kind, term.Property), row),
    };

    /// <summary>Compared by the names that the API gives: kinds, relationship types and enum values.</summary>
    private static bool IsName(in OrderTerm term) =>
        term.Kind is ValueKind.Kind or ValueKind.TypeName || (term.Kind == ValueKind.Property && term.Property!.Type == PropertyType.Enum);

    private static string? Name(GraphSnapshot graph, in OrderTerm term, Step row)
    {
        var place = Values.Place(graph, new ValueRef(term.Subject, term.Kind, term.Property), row);
        return place < 0 ? null : term.Kind switch
        {
            ValueKind.Kind => graph.Model.Kinds[place].Name,
            ValueKind.TypeName => term.TypeNames![place],
            _ => term.Property!.EnumValues[place],
        };
    }

    // Names are ASCII (specification, Names).
    private static int Compare(string name, ReadOnlySpan<byte> key)
    {
        for (var i = 0; i < Math.Min(name.Length, key.Length); i++)
        {
            if (name[i] != key[i])
            {
                return name[i].CompareTo((char)key[i]);
            }
        }

        return name.Length.CompareTo(key.Length);
    }

    private static ReadOnlySpan<byte> Text(GraphSnapshot graph, in OrderTerm term, Step row, out bool isMissing)
    {
        var text = Values.Text(graph, new ValueRef(term.Subject, term.Kind, term.Property), row);
        isMissing = text.IsNull;
        return isMissing ? default : graph.Text(text);
    }
}
