using System.Text;

namespace GraphService.Neo4j.Loading;

/// <summary>The entries of the one map parameter <c>p</c>: texts and integers, and maps of them.</summary>
internal sealed class ImportParameters(IReadOnlyList<KeyValuePair<string, object?>> entries) : ICypherParameters
{
    public int Count => 1;

    public void Write(IParameterSink sink)
    {
        sink.Key("p"u8);
        WriteMap(entries, sink);
    }

    private static void WriteMap(IReadOnlyList<KeyValuePair<string, object?>> map, IParameterSink sink)
    {
        sink.BeginMap(map.Count);
        foreach (var (key, value) in map)
        {
            sink.Key(Encoding.UTF8.GetBytes(key));
            switch (value)
            {
                case string text:
                    sink.Text(Encoding.UTF8.GetBytes(text));
                    break;
                case long number:
                    sink.Int(number);
                    break;
                case IReadOnlyList<KeyValuePair<string, object?>> nested:
                    WriteMap(nested, sink);
                    break;
                default:
                    sink.Null();
                    break;
            }
        }

        sink.EndMap();
    }
}
