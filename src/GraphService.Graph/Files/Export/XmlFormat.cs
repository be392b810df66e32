using System.Text;
using System.Xml;

namespace GraphService.Graph.Files.Export;

/// <summary>How XML is written: UTF-8 without a mark, line breaks within values as references, so that they are read as they were.</summary>
internal static class XmlFormat
{
    public static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, NewLineChars = "\n", Indent = true, IndentChars = " " };
}
