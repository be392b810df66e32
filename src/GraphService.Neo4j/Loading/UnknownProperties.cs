using System.Globalization;
using System.Text;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>
/// Writes properties that the model does not know as a map. Numbers, booleans and lists of their headers' types are stored as such, all else as the text
/// that the file gives.
/// </summary>
internal sealed class UnknownProperties
{
    private readonly GraphSnapshot _graph;
    private readonly HashSet<string> _reserved;
    private readonly Dictionary<int, TextRef> _records = [];

    /// <param name="graph">The graph.</param>
    /// <param name="owners">Whose properties; by number.</param>
    public UnknownProperties(GraphSnapshot graph, IEnumerable<UnservedValues> owners)
    {
        _graph = graph;
        _reserved = ReservedNames.Of(graph.Model);
        foreach (var owner in owners.Where(o => !o.Properties.IsNull))
        {
            _records[owner.Owner] = owner.Properties;
        }
    }

    public bool Any => _records.Count > 0;

    public void WriteOf(int owner, IParameterSink sink) => Write(_records.GetValueOrDefault(owner, TextRef.Null), sink);

    public void Write(TextRef record, IParameterSink sink)
    {
        var properties = _graph.Unserved.Properties(_graph, record).ToList();
        sink.BeginMap(properties.Count);
        foreach (var (header, value) in properties)
        {
            var colon = header.LastIndexOf(':');
            sink.Key(Encoding.UTF8.GetBytes(ReservedNames.Stored(header[..colon], _reserved)));
            WriteValue(header[(colon + 1)..], value, sink);
        }

        sink.EndMap();
    }

    private static void WriteValue(string type, string value, IValueSink sink)
    {
        if (!type.EndsWith("[]", StringComparison.Ordinal))
        {
            WriteItem(type, value, sink);
            return;
        }

        var items = value.Split(';');
        sink.BeginList(items.Length);
        foreach (var item in items)
        {
            WriteItem(type[..^2], item, sink);
        }

        sink.EndList();
    }

    // The files were checked: numbers are numbers.
    private static void WriteItem(string type, string value, IValueSink sink)
    {
        switch (type)
        {
            case "int" or "long" or "short" or "byte" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                sink.Int(number);
                break;
            case "float" or "double" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                sink.Double(number);
                break;
            case "boolean":
                // As neo4j-admin reads it: whatever is not true is false.
                sink.Bool(string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
                break;
            default:
                sink.Text(Encoding.UTF8.GetBytes(value));
                break;
        }
    }
}
