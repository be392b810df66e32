using System.Globalization;
using System.Xml;
using GraphService.Graph.Files.Export;

namespace GraphService.Graph.Files.GraphMl;

/// <summary>
/// Writes a graph as GraphML, which Gephi, yEd and most graph libraries open. Its ids cannot hold any text, so nodes are numbered and the graph's own ids are the
/// attribute <c>nodeId</c>. It is written as it is read: nothing is gathered in memory.
/// </summary>
public static class GraphMlWriter
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string NodeId = "nodeId";
    private const string Label = "label";

    /// <summary>Writes to a stream.</summary>
    /// <param name="selection">What is written; what is hidden is not.</param>
    /// <param name="output">Where to.</param>
    /// <param name="progress">Is told the share that is done, from 0 to 1.</param>
    /// <param name="cancel">Stops it.</param>
    public static ExportResult Write(GraphSelection selection, Stream output, IProgress<double>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var elements = new ExportElements(selection, new ExportProgress(selection.Count, progress, cancel));
        using var xml = XmlWriter.Create(output, XmlFormat.Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Namespace);
        xml.WriteAttributeString("xsi", "schemaLocation", Instance, $"{Namespace} {Namespace}/1.0/graphml.xsd");
        Declare(xml, "node", [new(NodeId, false), new(Label, false), .. elements.NodeAttributes.Declared]);
        Declare(xml, "edge", [new(Label, false), .. elements.RelationshipAttributes.Declared]);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "graph");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in elements.Nodes())
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", Number("n", node.Number));
            WriteValues(xml, "node", [(NodeId, node.Id), (Label, node.Label), .. node.Values]);
            xml.WriteEndElement();
        }

        foreach (var edge in elements.Relationships())
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", Number("e", edge.Number));
            xml.WriteAttributeString("source", Number("n", edge.Start));
            xml.WriteAttributeString("target", Number("n", edge.End));
            WriteValues(xml, "edge", [(Label, edge.Type), .. edge.Values]);
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
        return new ExportResult(elements.NodeCount, elements.RelationshipCount);
    }

    // Keys of nodes and edges share one space of ids.
    private static string Key(string of, string name) => $"{of}-{name}";

    private static string Number(string prefix, long number) => prefix + number.ToString(CultureInfo.InvariantCulture);

    private static void Declare(XmlWriter xml, string of, IReadOnlyList<ExportAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", Key(of, attribute.Name));
            xml.WriteAttributeString("for", of);
            xml.WriteAttributeString("attr.name", attribute.Name);
            xml.WriteAttributeString("attr.type", attribute.IsInteger ? "int" : "string");
            xml.WriteEndElement();
        }
    }

    private static void WriteValues(XmlWriter xml, string of, IEnumerable<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", Key(of, name));
            xml.WriteString(value);
            xml.WriteEndElement();
        }
    }
}
