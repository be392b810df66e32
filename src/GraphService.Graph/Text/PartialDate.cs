namespace GraphService.Graph.Text;

/// <summary>ISO 8601 calendar dates, full or partial: 2025-06-06, 2025-06, 2025. They compare as text.</summary>
public static class PartialDate
{
    /// <summary>True for a date that the calendar has, years 0001 to 9999.</summary>
    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (!TryNumber(text, 0, 4, out var year) || year == 0)
        {
            return false;
        }

        if (text.Length == 4)
        {
            return true;
        }

        if (text[4] != '-' || !TryNumber(text, 5, 2, out var month) || month is 0 or > 12)
        {
            return false;
        }

        if (text.Length == 7)
        {
            return true;
        }

        return text.Length == 10 && text[7] == '-' && TryNumber(text, 8, 2, out var day)
            && day > 0 && day <= DateTime.DaysInMonth(year, month);
    }

    /// <summary>True for a date that the calendar has, years 0001 to 9999.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        Span<byte> ascii = stackalloc byte[10];
        return text.Length <= ascii.Length
            && System.Text.Ascii.FromUtf16(text, ascii, out var length) == System.Buffers.OperationStatus.Done
            && IsValid(ascii[..length]);
    }

    /// <summary>The year of a valid date.</summary>
    public static int YearOf(ReadOnlySpan<byte> date) =>
        TryNumber(date, 0, 4, out var year) ? year : throw new ArgumentException("The text is not a date.");

    private static bool TryNumber(ReadOnlySpan<byte> text, int start, int digits, out int number)
    {
        number = 0;
        if (text.Length < start + digits)
        {
            return false;
        }

        foreach (var digit in text.Slice(start, digits))
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
