using System.Globalization;

namespace GraphService.Graph.Files.Csv;

/// <summary>Checks values of properties that the model does not know: numbers must be readable, all else is kept as it is.</summary>
internal static class UnknownValues
{
    public static string? Refusal(CsvColumn column, ReadOnlySpan<byte> value)
    {
        if (!column.IsInteger && column.TypeName is not ("float" or "double"))
        {
            return null;
        }

        if (!column.IsArray)
        {
            return RefusalOfItem(column, value);
        }

        foreach (var item in value.Split((byte)';'))
        {
            if (RefusalOfItem(column, value[item]) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static string? RefusalOfItem(CsvColumn column, ReadOnlySpan<byte> item)
    {
        if (column.IsInteger)
        {
            return long.TryParse(item, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ? null
                : $"{Quoted.Text(item)} is not a whole number";
        }

        return double.TryParse(item, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? null
            : $"{Quoted.Text(item)} is not a number";
    }
}
