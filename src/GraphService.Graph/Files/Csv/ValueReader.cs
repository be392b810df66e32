using System.Text;
using GraphService.Graph.Model;
using GraphService.Graph.Store;
using GraphService.Graph.Store.Building;
using GraphService.Graph.Text;

namespace GraphService.Graph.Files.Csv;

/// <summary>Reads the value of a property; empty means absent.</summary>
internal static class ValueReader
{
    /// <summary>Appends the value to the column, or a missing one; says what is wrong with it, or null.</summary>
    public static string? Append(DraftColumn column, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            column.AppendMissing();
            return null;
        }

        switch (column)
        {
            case DraftTexts texts:
                return AppendText(texts, value);
            case DraftInts ints:
                var fault = ReadInt(value, out var number);
                ints.Append(number);
                return fault;
            case DraftEnums enums:
                return AppendEnum(enums, value);
            case DraftTextLists lists:
                lists.AppendMissing();
                foreach (var item in value.Split((byte)';'))
                {
                    if (!value[item].IsEmpty)
                    {
                        lists.AppendItem(value[item]);
                    }
                }

                return null;
            default:
                return AppendInts((DraftIntLists)column, value);
        }
    }

    private static string? AppendText(DraftTexts texts, ReadOnlySpan<byte> value)
    {
        texts.Append(value);
        return texts.Property.Type == PropertyType.Date && !PartialDate.IsValid(value)
            ? $"{Quoted.Text(value)} is not a date of the calendar: write 2025-06-06, 2025-06 or 2025"
            : null;
    }

    private static string? AppendEnum(DraftEnums enums, ReadOnlySpan<byte> value)
    {
        var values = enums.Property.EnumValues;
        for (byte i = 0; i < values.Count; i++)
        {
            if (Ascii.Equals(value, values[i]))
            {
                enums.Append(i);
                return null;
            }
        }

        enums.AppendMissing();
        return $"{Quoted.Text(value)} is unknown: write {LabelSet.List(values, "or")}";
    }

    private static string? AppendInts(DraftIntLists lists, ReadOnlySpan<byte> value)
    {
        lists.AppendMissing();
        foreach (var item in value.Split((byte)';'))
        {
            if (ReadInt(value[item], out var number) is { } fault)
            {
                lists.DropItems();
                return fault;
            }

            lists.AppendItem(number);
        }

        return null;
    }

    /// <summary>Digits, with a minus sign before them or not.</summary>
    private static string? ReadInt(ReadOnlySpan<byte> text, out int number)
    {
        var isNegative = text is [(byte)'-', ..];
        var digits = isNegative ? text[1..] : text;
        number = IntColumn.Missing;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return $"{Quoted.Text(text)} is not a whole number";
        }

        var value = 0L;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
            if (value > int.MaxValue)
            {
                return $"{Quoted.Text(text)} is beyond 32 bits: numbers go from -2147483647 to 2147483647";
            }
        }

        number = (int)(isNegative ? -value : value);
        return null;
    }
}
