using System.Text;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>Writes plain objects as the parameters of a statement.</summary>
internal sealed class RecordedParameters(Dictionary<string, object?> values) : ICypherParameters
{
    public int Count => values.Count;

    public void Write(IParameterSink sink) => Entries(sink, values);

    private static void Entries(IParameterSink sink, Dictionary<string, object?> entries)
    {
        foreach (var (key, value) in entries)
        {
            sink.Key(Encoding.UTF8.GetBytes(key));
            Value(sink, value);
        }
    }

    private static void Value(IParameterSink sink, object? value)
    {
        switch (value)
        {
            case null:
                sink.Null();
                break;
            case bool b:
                sink.Bool(b);
                break;
            case long i:
                sink.Int(i);
                break;
            case double d:
                sink.Double(d);
                break;
            case string s:
                sink.Text(Encoding.UTF8.GetBytes(s));
                break;
            case List<object?> list:
                sink.BeginList(list.Count);
                list.ForEach(item => Value(sink, item));
                sink.EndList();
                break;
            case Dictionary<string, object?> map:
                sink.BeginMap(map.Count);
                Entries(sink, map);
                sink.EndMap();
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is no value of a parameter.");
        }
    }
}
