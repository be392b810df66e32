using System.Buffers;
using System.Text;
using System.Xml;
using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Graph.Files.Export;

/// <summary>An attribute that an export declares.</summary>
/// <param name="Name">Its name, once among those of nodes, and of relationships.</param>
/// <param name="IsInteger">True for numbers; all else is text.</param>
internal sealed record ExportAttribute(string Name, bool IsInteger);

/// <summary>The attributes of nodes, or of relationships, in formats that declare them once for all: each served property, the kind and the sources.</summary>
internal sealed class ExportAttributes
{
    private const string Sources = "sources";
    private readonly GraphSnapshot _graph;
    private readonly ArrayBufferWriter<byte> _text = new();

    private ExportAttributes(GraphSnapshot graph, string kind, IEnumerable<Property> properties)
    {
        _graph = graph;
        Declared =
        [
            new(kind, false),
            .. properties.GroupBy(p => p.Name).Select(same => new ExportAttribute(NameOf(same.Key, kind), same.All(p => p.Type == PropertyType.Int))),
            new(Sources, false),
        ];
        Kind = kind;
    }

    /// <summary>All of them, in the order in which values are given.</summary>
    public IReadOnlyList<ExportAttribute> Declared { get; }

    private string Kind { get; }

    public static ExportAttributes OfNodes(GraphSnapshot graph) =>
        new(graph, "kind", graph.Model.Tables.Where(t => !t.IsHidden).SelectMany(t => t.Properties));

    public static ExportAttributes OfRelationships(GraphSnapshot graph) =>
        new(graph, "type", graph.Model.RelationshipTypes.Where(t => !t.IsHidden).SelectMany(t => t.Properties));

    /// <summary>The values of a node or relationship, those that it has.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="columns">Their columns.</param>
    /// <param name="row">Its row there.</param>
    /// <param name="evidence">Where it was found.</param>
    public IEnumerable<(string Name, string Value)> Values(string kind, IReadOnlyList<Property> properties, Column[] columns, int row, (EvidenceColumn? Column, int Row) evidence)
    {
        yield return (Kind, Xml(kind));
        foreach (var property in properties)
        {
            _text.ResetWrittenCount();
            WrittenText.Append(_graph, property, columns[property.Index], row, "; "u8, _text);
            if (_text.WrittenCount > 0)
            {
                yield return (NameOf(property.Name, Kind), Xml(_text.WrittenSpan));
            }
        }

        _text.ResetWrittenCount();
        AppendSources(evidence.Column is null ? default : evidence.Column.Of(evidence.Row));
        if (_text.WrittenCount > 0)
        {
            yield return (Sources, Xml(_text.WrittenSpan));
        }
    }

    /// <summary>A text that XML can hold: characters that it has no place for are replaced.</summary>
    public static string Xml(ReadOnlySpan<byte> text) => Xml(Encoding.UTF8.GetString(text));

    /// <inheritdoc cref="Xml(ReadOnlySpan{byte})"/>
    public static string Xml(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]) && !char.IsSurrogate(text[i]))
            {
                return string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
            }
        }

        return text;
    }

    // A property that is called as what every node has steps aside.
    private static string NameOf(string property, string kind) => property == kind || property is Sources or "label" or "id" ? "_" + property : property;

    private void AppendSources(ReadOnlySpan<EvidenceItem> evidence)
    {
        foreach (var item in evidence)
        {
            _text.Write(_text.WrittenCount == 0 ? default : "; "u8);
            _text.Write(_graph.Text(_graph.Ids[item.Source]));
            if (!item.Locator.IsNull)
            {
                _text.Write(" ("u8);
                _text.Write(_graph.Text(item.Locator));
                _text.Write(")"u8);
            }
        }
    }
}
