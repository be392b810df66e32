using System.Xml;
using System.Xml.Linq;
using GraphService.Graph.Files.Export;
using GraphService.Graph.Files.Gexf;
using GraphService.Graph.Files.GraphMl;

namespace GraphService.Graph.Tests.Files.Export;

/// <summary>A GEXF or GraphML file as a reader sees it, checked against the rules of its schema.</summary>
/// <param name="Nodes">By id: the label and the attributes.</param>
/// <param name="Edges">Each as <c>start type end</c>, with its attributes.</param>
internal sealed record DrawnGraph(SortedDictionary<string, string> Nodes, List<string> Edges)
{
    public static DrawnGraph Gexf(GraphSelection selection)
    {
        XNamespace ns = "http://gexf.net/1.3";
        var root = Read(selection, GexfWriter.Write);
        Assert.Equal((ns + "gexf", "1.3"), (root.Name, root.Attribute("version")!.Value));
        var graph = Assert.Single(root.Elements());
        Assert.Equal(ns + "graph", graph.Name);
        Assert.Equal("directed", graph.Attribute("defaultedgetype")!.Value);
        Assert.Equal([ns + "attributes", ns + "attributes", ns + "nodes", ns + "edges"], graph.Elements().Select(e => e.Name));
        var declared = graph.Elements(ns + "attributes").ToDictionary(a => a.Attribute("class")!.Value, a => a.Elements(ns + "attribute").ToDictionary(d => d.Attribute("id")!.Value, d => d.Attribute("type")!.Value));
        Assert.All(declared.Values.SelectMany(d => d.Values), type => Assert.Contains(type, new[] { "string", "integer" }));
        string Values(XElement element, string of) => Join(Assert.Single(element.Elements(ns + "attvalues")).Elements(ns + "attvalue").Select(v => (v.Attribute("for")!.Value, v.Attribute("value")!.Value)), declared[of]);
        var nodes = graph.Element(ns + "nodes")!.Elements(ns + "node").ToDictionary(n => n.Attribute("id")!.Value, n => $"{n.Attribute("label")!.Value} {Values(n, "node")}");
        var edges = graph.Element(ns + "edges")!.Elements(ns + "edge").ToList();
        Assert.Equal(edges.Count, edges.Select(e => e.Attribute("id")!.Value).Distinct().Count());
        Assert.All(edges, e => Assert.Equal(e.Attribute("label")!.Value, e.Attribute("kind")!.Value));
        return new DrawnGraph(
            new SortedDictionary<string, string>(nodes, StringComparer.Ordinal),
            [.. edges.Select(e => Edge(nodes, e.Attribute("source")!.Value, e.Attribute("kind")!.Value, e.Attribute("target")!.Value, Values(e, "edge")))]);
    }

    public static DrawnGraph GraphMl(GraphSelection selection)
    {
        XNamespace ns = "http://graphml.graphdrawing.org/xmlns";
        var root = Read(selection, GraphMlWriter.Write);
        Assert.Equal(ns + "graphml", root.Name);
        var graph = root.Elements().Last();
        Assert.Equal((ns + "graph", "directed"), (graph.Name, graph.Attribute("edgedefault")!.Value));
        Assert.All(root.Elements().SkipLast(1), key => Assert.Equal(ns + "key", key.Name));
        var ids = root.Elements(ns + "key").Concat(graph.Elements()).Append(graph).Select(e => XmlConvert.VerifyNMTOKEN(e.Attribute("id")!.Value)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var keys = root.Elements(ns + "key").ToDictionary(k => k.Attribute("id")!.Value, k => (For: k.Attribute("for")!.Value, Name: k.Attribute("attr.name")!.Value, Type: k.Attribute("attr.type")!.Value));
        Assert.All(keys.Values, key => Assert.Contains(key.Type, new[] { "string", "int" }));
        Dictionary<string, string> Values(XElement element)
        {
            Assert.All(element.Elements(), d => Assert.Equal(ns + "data", d.Name));
            Assert.All(element.Elements(), d => Assert.Equal(element.Name.LocalName, keys[d.Attribute("key")!.Value].For));
            return element.Elements().ToDictionary(d => keys[d.Attribute("key")!.Value].Name, d => d.Value);
        }

        string Rest(XElement element, Dictionary<string, string> values) =>
            Join(values.Where(v => v.Key is not ("nodeId" or "label")).Select(v => (v.Key, v.Value)), keys.Values.Where(k => k.For == element.Name.LocalName).ToDictionary(k => k.Name, k => k.Type));
        var numbered = graph.Elements(ns + "node").ToDictionary(n => n.Attribute("id")!.Value, n => (Node: n, Values: Values(n)));
        var nodes = numbered.Values.ToDictionary(n => n.Values["nodeId"], n => $"{n.Values["label"]} {Rest(n.Node, n.Values)}");
        return new DrawnGraph(
            new SortedDictionary<string, string>(nodes, StringComparer.Ordinal),
            [.. graph.Elements(ns + "edge").Select(e => Edge(nodes, numbered[e.Attribute("source")!.Value].Values["nodeId"], Values(e)["label"], numbered[e.Attribute("target")!.Value].Values["nodeId"], Rest(e, Values(e))))]);
    }

    private static string Edge(Dictionary<string, string> nodes, string source, string kind, string target, string values)
    {
        Assert.Contains(source, nodes);
        Assert.Contains(target, nodes);
        return $"{source} {kind} {target} {values}";
    }

    private static string Join(IEnumerable<(string Name, string Value)> values, Dictionary<string, string> declared) => string.Join(", ", values.Select(v =>
    {
        Assert.Contains(v.Name, declared);
        Assert.True(declared[v.Name] == "string" || int.TryParse(v.Value, out _));
        return $"{v.Name}={v.Value}";
    }));

    private static XElement Read(GraphSelection selection, Func<GraphSelection, Stream, IProgress<double>?, CancellationToken, ExportResult> write)
    {
        using var stream = new MemoryStream();
        write(selection, stream, null, CancellationToken.None);
        stream.Position = 0;
        using var reader = XmlReader.Create(stream);
        return XDocument.Load(reader).Root!;
    }
}
