using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>What a statement is compiled from: a request, of which only the shape may show in the text.</summary>
internal sealed class Compilation(GraphModel model, BoundSlot[] slots, bool[] conditions, StatementParameters parameters)
{
    /// <summary>Stands for the label of the slot until the statement is complete.</summary>
    public const string Slot = "\u0001";

    private static readonly ConditionalWeakTable<object, byte[][]> s_texts = [];

    public GraphModel Model { get; } = model;

    public KindLabels Kinds { get; } = new(model);

    public BoundSlot BoundTo(int slot) => slots[slot];

    public bool Holds(Output output) => output.Condition < 0 || conditions[output.Condition];

    /// <summary>True when the request has such a value.</summary>
    public bool Has(object owner, int number = 0) => parameters.Has(owner, number);

    /// <summary>A value of the request, by its entry in the parameter.</summary>
    public string Parameter(object owner, int number = 0) => "$p.v" + Number(parameters.PlaceOf(owner, number));

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The table that a property belongs to; null for those of relationships.</summary>
    public NodeTable? TableOf(Property property) => Model.Tables.FirstOrDefault(t => property.Index < t.Properties.Count && t.Properties[property.Index] == property);

    /// <summary>Names in UTF-8; the same arrays for the same list.</summary>
    public static byte[][] Utf8(IReadOnlyList<string> names) => s_texts.GetValue(names, static list => [.. ((IReadOnlyList<string>)list).Select(Encoding.UTF8.GetBytes)]);

    /// <summary>The names of relationship types, by their places in the list.</summary>
    public static byte[][] Utf8(IReadOnlyList<RelationshipType> types) => s_texts.GetValue(types, static list => [.. ((IReadOnlyList<RelationshipType>)list).Select(t => Encoding.UTF8.GetBytes(t.Name))]);
}
