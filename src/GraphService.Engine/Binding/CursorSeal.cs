using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Engine.Binding;

/// <summary>
/// What a cursor is bound to: the field's coordinate and what its coerced arguments other than paging mean. Ways of saying the same make the same
/// seal: what is absent, null or empty; the order of an object's fields; repeated and reordered ids and roles. In <c>order</c> the order is the meaning.
/// </summary>
internal static class CursorSeal
{
    private static readonly string[] Paging = ["first", "last", "after", "before"];
    private static readonly string[] MeaningfulNulls = ["eq", "neq", "in", "nin"];

    public static ulong Of(string coordinate, ArgumentValues arguments)
    {
        var text = new StringBuilder(coordinate);
        foreach (var (argument, given) in arguments.All)
        {
            var value = given ?? argument.CoercedDefault;
            if (Paging.Contains(argument.Name) || IsAbsent(value))
            {
                continue;
            }

            text.Append('|').Append(argument.Name).Append('=');
            if (argument.Name == "order")
            {
                Append(text, value, keepOrder: true);
            }
            else if (value is object?[] set)
            {
                text.AppendJoin(',', set.Select(Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            }
            else
            {
                Append(text, value, keepOrder: false);
            }
        }

        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>True for what says no more than nothing does. A list filter's <c>some: {}</c> does say something.</summary>
    private static bool IsAbsent(object? value) => value switch
    {
        null => true,
        object?[] items => items.Length == 0,
        InputObject o => o.Fields.All(f => IsAbsentMember(o.Type, f.Key.Name, f.Value)),
        _ => false,
    };

    private static bool IsAbsentMember(InputObjectType type, string name, object? value) => value switch
    {
        null => !MeaningfulNulls.Contains(name),
        object?[] items => items.Length == 0 && name is ("and" or "or"),
        InputObject o => o.Type.Name.EndsWith("FilterInput", StringComparison.Ordinal) && !IsQuantified(type) && IsAbsent(value),
        _ => false,
    };

    private static bool IsQuantified(InputObjectType type) => type.Field("some") is not null && type.Field("none") is not null;

    private static string Text(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, keepOrder: false);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value, bool keepOrder)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string s:
                text.Append(s.Length).Append(':').Append(s);
                break;
            case EnumValue e:
                text.Append(e.Name);
                break;
            case object?[] items:
                text.Append('[');
                foreach (var item in items)
                {
                    Append(text, item, keepOrder);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case InputObject o:
                AppendObject(text, o, keepOrder);
                break;
            default:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void AppendObject(StringBuilder text, InputObject o, bool keepOrder)
    {
        text.Append('{');
        IEnumerable<KeyValuePair<InputValue, object?>> fields = keepOrder ? o.Fields : o.Fields.OrderBy(f => f.Key.Name, StringComparer.Ordinal);
        foreach (var (field, member) in fields)
        {
            if (!IsAbsentMember(o.Type, field.Name, member))
            {
                text.Append(field.Name).Append(':');
                Append(text, member, keepOrder);
                text.Append(',');
            }
        }

        text.Append('}');
    }
}
