using System.Text;
using GraphService.Graph.Store;

namespace GraphService.Graph.Files.Export;

/// <summary>A node as formats for drawing show it.</summary>
/// <param name="Number">Its place among all that are exported or could be.</param>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its name, or its id where it has none.</param>
/// <param name="Values">Its attributes.</param>
internal readonly record struct ExportNode(int Number, string Id, string Label, IEnumerable<(string Name, string Value)> Values);

/// <summary>A relationship as formats for drawing show it.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Start">The number of its start.</param>
/// <param name="End">The number of its end.</param>
/// <param name="Type">Its type.</param>
/// <param name="Values">Its attributes.</param>
internal readonly record struct ExportEdge(long Number, int Start, int End, string Type, IEnumerable<(string Name, string Value)> Values);

/// <summary>
/// The nodes and relationships of a selection one after the other, for formats that draw a graph: all but what is hidden. Nodes with no known label have the
/// numbers after those of the others.
/// </summary>
internal sealed class ExportElements(GraphSelection selection, ExportProgress progress)
{
    private readonly Dictionary<string, int> _unserved = selection.IsWhole
        ? Enumerable.Range(0, (int)selection.Graph.Unserved.Nodes.Length).ToDictionary(place => Text(selection.Graph, selection.Graph.Unserved.Nodes[place].Id), place => selection.Graph.NodeCount + place)
        : [];

    public ExportAttributes NodeAttributes { get; } = ExportAttributes.OfNodes(selection.Graph);

    public ExportAttributes RelationshipAttributes { get; } = ExportAttributes.OfRelationships(selection.Graph);

    /// <summary>How many nodes have been given.</summary>
    public long NodeCount { get; private set; }

    /// <summary>How many relationships have been given.</summary>
    public long RelationshipCount { get; private set; }

    private GraphSnapshot Graph => selection.Graph;

    public IEnumerable<ExportNode> Nodes()
    {
        for (var node = 0; node < Graph.NodeCount; node++)
        {
            progress.Step();
            if (Graph.Kinds[node] == byte.MaxValue || !selection.HasNode(node))
            {
                continue;
            }

            NodeCount++;
            var table = Graph.Model.Tables[Graph.TableOf[node]];
            var (columns, row) = (Graph.NodeColumns[table.Index], Graph.LocalNode(node));
            var name = table.Name is { } property && columns[property.Index] is TextColumn names ? names.Values[row] : TextRef.Null;
            yield return new ExportNode(
                node,
                IdOf(node),
                name.IsNull ? IdOf(node) : ExportAttributes.Xml(Graph.Text(name)),
                NodeAttributes.Values(Graph.Model.Kinds[Graph.Kinds[node]].Name, [.. table.Properties], columns, row, (Graph.NodeEvidence, node)));
        }

        for (var place = 0; place < _unserved.Count; place++)
        {
            progress.Step();
            NodeCount++;
            var node = Graph.Unserved.Nodes[place];
            var id = IdOf(Graph.NodeCount + place);
            yield return new ExportNode(Graph.NodeCount + place, id, id, NodeAttributes.Values(Graph.Unserved.LabelSets[node.Labels], [], [], 0, (Graph.Unserved.NodeEvidence, place)));
        }
    }

    public IEnumerable<ExportEdge> Relationships()
    {
        for (var relationship = 0; relationship < Graph.RelationshipCount; relationship++)
        {
            progress.Step();
            var type = Graph.Model.RelationshipTypes[Graph.RelationshipTypes[relationship]];
            if (type.IsHidden || !selection.HasRelationship(relationship))
            {
                continue;
            }

            RelationshipCount++;
            yield return new ExportEdge(
                relationship,
                Graph.Starts[relationship],
                Graph.Ends[relationship],
                type.Name,
                RelationshipAttributes.Values(type.Name, type.Properties, Graph.RelationshipColumns[type.Index], Graph.LocalRelationship(relationship), (Graph.RelationshipEvidence, relationship)));
        }

        var number = (long)Graph.RelationshipCount;
        foreach (var place in selection.UnservedRelationships())
        {
            progress.Step();
            var relationship = Graph.Unserved.Relationships[place];
            var (start, end) = (NumberOf(relationship.Start), NumberOf(relationship.End));
            if (start < 0 || end < 0)
            {
                continue;
            }

            RelationshipCount++;
            var type = ExportAttributes.Xml(Graph.Unserved.Types[relationship.Type]);
            yield return new ExportEdge(number++, start, end, type, RelationshipAttributes.Values(type, [], [], 0, (Graph.Unserved.RelationshipEvidence, place)));
        }
    }

    /// <summary>The id of the node of that number, in characters that XML has, and no other node's.</summary>
    public string IdOf(int number)
    {
        var id = Text(Graph, number < Graph.NodeCount ? Graph.Ids[number] : Graph.Unserved.Nodes[number - Graph.NodeCount].Id);
        var text = ExportAttributes.Xml(id);
        if (ReferenceEquals(text, id))
        {
            return id;
        }

        text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text}#{number}");
        while (Graph.IdIndex.Find(Graph, Encoding.UTF8.GetBytes(text)) >= 0 || _unserved.ContainsKey(text))
        {
            text += "#";
        }

        return text;
    }

    /// <summary>The number of the node of that id; -1 where it is hidden.</summary>
    private int NumberOf(TextRef id) => Graph.FindNode(Graph.Text(id)) is >= 0 and var node ? node : _unserved.GetValueOrDefault(Text(Graph, id), -1);

    private static string Text(GraphSnapshot graph, TextRef text) => Encoding.UTF8.GetString(graph.Text(text));
}
