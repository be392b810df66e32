using System.Globalization;
using System.Xml;
using GraphService.Graph.Files.Export;

namespace GraphService.Graph.Files.Gexf;

/// <summary>Writes a graph as GEXF 1.3, which Gephi opens. It is written as it is read: nothing is gathered in memory.</summary>
public static class GexfWriter
{
    private const string Namespace = "http://gexf.net/1.3";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

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
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("xsi", "schemaLocation", Instance, $"{Namespace} {Namespace}/gexf.xsd");
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("defaultedgetype", "directed");
        Declare(xml, "node", elements.NodeAttributes);
        Declare(xml, "edge", elements.RelationshipAttributes);
        xml.WriteStartElement("nodes", Namespace);
        foreach (var node in elements.Nodes())
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", node.Id);
            xml.WriteAttributeString("label", node.Label);
            WriteValues(xml, node.Values);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
        foreach (var edge in elements.Relationships())
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", edge.Number.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("source", elements.IdOf(edge.Start));
            xml.WriteAttributeString("target", elements.IdOf(edge.End));
            xml.WriteAttributeString("label", edge.Type);
            xml.WriteAttributeString("kind", edge.Type);
            WriteValues(xml, edge.Values);
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
        return new ExportResult(elements.NodeCount, elements.RelationshipCount);
    }

    private static void Declare(XmlWriter xml, string of, ExportAttributes attributes)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", of);
        foreach (var attribute in attributes.Declared)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", attribute.Name);
            xml.WriteAttributeString("title", attribute.Name);
            xml.WriteAttributeString("type", attribute.IsInteger ? "integer" : "string");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteValues(XmlWriter xml, IEnumerable<(string Name, string Value)> values)
    {
        xml.WriteStartElement("attvalues", Namespace);
        foreach (var (name, value) in values)
        {
            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", name);
            xml.WriteAttributeString("value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
