using System.Globalization;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Execution.Coercion;

/// <summary>Shows coerced values as text, for tests.</summary>
internal static class Values
{
    public static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool boolean => boolean ? "true" : "false",
        EnumValue e => e.Name,
        object?[] items => $"[{string.Join(", ", items.Select(Show))}]",
        InputObject o => $"{{{string.Join(", ", o.Fields.Select(f => $"{f.Key.Name}: {Show(f.Value)}"))}}}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
