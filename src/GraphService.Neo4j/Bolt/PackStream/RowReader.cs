using System.Text;

namespace GraphService.Neo4j.Bolt.PackStream;

/// <summary>Pushes the values of a row into a sink, straight from the bytes of the message: nothing is allocated for a row or a value.</summary>
internal static class RowReader
{
    /// <summary>Pushes one row: the reader stands before the list of its columns.</summary>
    /// <param name="reader">The message.</param>
    /// <param name="sink">Takes the values.</param>
    /// <param name="row">The number of the row from 1, for messages.</param>
    public static void Push(ref PackStreamReader reader, IRowSink sink, long row)
    {
        var start = reader;
        var columns = reader.ReadListHeader();
        sink.BeginRow(columns);
        for (var column = 0; column < columns; column++)
        {
            if (!TryPushValue(ref reader, sink, 1))
            {
                throw NotAValueOfRows(start, reader, row);
            }
        }

        sink.EndRow();
    }

    // A hot path: one call for each value of an answer. False: the reader stands before a value that rows do not hold.
    private static bool TryPushValue(ref PackStreamReader reader, IRowSink sink, int depth)
    {
        switch (reader.PeekType())
        {
            case PackType.String:
                sink.Text(reader.ReadString());
                return true;
            case PackType.Integer:
                sink.Int(reader.ReadInteger());
                return true;
            case PackType.Null:
                reader.ReadNull();
                sink.Null();
                return true;
            case PackType.Boolean:
                sink.Bool(reader.ReadBoolean());
                return true;
            case PackType.Float:
                sink.Double(reader.ReadFloat());
                return true;
            case PackType.List:
                return TryPushList(ref reader, sink, depth);
            default:
                return false;
        }
    }

    private static bool TryPushList(ref PackStreamReader reader, IRowSink sink, int depth)
    {
        PackStreamReader.CheckDepth(depth);
        var count = reader.ReadListHeader();
        sink.BeginList(count);
        for (; count > 0; count--)
        {
            if (!TryPushValue(ref reader, sink, depth + 1))
            {
                return false;
            }
        }

        sink.EndList();
        return true;
    }

    private static BoltProtocolException NotAValueOfRows(PackStreamReader start, PackStreamReader at, long row)
    {
        var type = at.PeekType();
        if (type == PackType.Unknown)
        {
            return at.UnknownMarker();
        }

        var place = Place(start, at);
        var what = type switch
        {
            PackType.Structure => $"a structure ({at.ReadStructureHeader().Tag:X2})",
            PackType.Dictionary => "a dictionary",
            _ => "bytes",
        };
        return new BoltProtocolException(
            $"Row {row} holds {what} in {place}; a row holds null, booleans, integers, floats, strings and lists of them. Let the statement return these.");
    }

    /// <summary>Walks the row again, to say where in it the value stands.</summary>
    private static string Place(PackStreamReader reader, PackStreamReader at)
    {
        var place = new StringBuilder();
        var word = "column";
        for (; ; )
        {
            reader.ReadListHeader();
            var index = 1;
            for (; ; index++)
            {
                var next = reader;
                next.Skip();
                if (next.Position > at.Position)
                {
                    break;
                }

                reader = next;
            }

            place.Append(place.Length == 0 ? "" : ", ").Append(word).Append(' ').Append(index);
            if (reader.Position == at.Position)
            {
                return place.ToString();
            }

            word = "item";
        }
    }
}
