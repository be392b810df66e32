using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Engine.Binding;

/// <summary>
/// What a cursor is bound to: the field's coordinate and its coerced arguments other than paging. The order of fields in an object does not
/// count, except in <c>order</c>, where it is the meaning.
/// </summary>
internal static class CursorSeal
{
    private static readonly string[] Paging = ["first", "last", "after", "before"];

    public static ulong Of(string coordinate, ArgumentValues arguments)
    {
        var text = new StringBuilder(coordinate);
        foreach (var (argument, value) in arguments.All)
        {
            if (value is null || Paging.Contains(argument.Name))
            {
                continue;
            }

            text.Append('|').Append(argument.Name).Append('=');
            Append(text, value, keepOrder: argument.Name == "order");
        }

        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
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
                text.Append('{');
                IEnumerable<KeyValuePair<InputValue, object?>> fields = keepOrder ? o.Fields : o.Fields.OrderBy(f => f.Key.Name, StringComparer.Ordinal);
                foreach (var (field, member) in fields)
                {
                    text.Append(field.Name).Append(':');
                    Append(text, member, keepOrder);
                    text.Append(',');
                }

                text.Append('}');
                break;
            default:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
