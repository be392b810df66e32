using GraphService.Graph.Model;
using GraphService.Graph.Store;

namespace GraphService.Neo4j.Loading;

/// <summary>Names that files may use and the store means something by.</summary>
internal static class ReservedNames
{
    private static readonly string[] Labels =
        [GraphSlot.A.Served, GraphSlot.A.Rest, GraphSlot.B.Served, GraphSlot.B.Rest, StoredNames.Version, StoredNames.Import];

    /// <summary>Names that the statements read: a property of another node or relationship that happens to be called so must not be taken for it.</summary>
    public static HashSet<string> Of(GraphModel model) =>
    [
        "id", StoredNames.Sources, StoredNames.Locators,
        .. model.Tables.SelectMany(t => t.Properties).Concat(model.RelationshipTypes.SelectMany(t => t.Properties)).Select(p => p.Name),
    ];

    /// <summary>The name under which a property that the model does not know is stored: its own, with two underscores before it where that is reserved.</summary>
    public static string Stored(string name, HashSet<string> reserved) => name.StartsWith('_') || reserved.Contains(name) ? "__" + name : name;

    /// <summary>The name that a file gives a stored property, the other way round.</summary>
    public static string Original(string stored, HashSet<string> reserved) =>
        stored.StartsWith("__", StringComparison.Ordinal) && Stored(stored[2..], reserved) == stored ? stored[2..] : stored;

    /// <summary>What of the graph this database cannot hold, one sentence each.</summary>
    public static IEnumerable<string> Faults(GraphSnapshot graph)
    {
        foreach (var label in graph.Unserved.LabelSets.SelectMany(set => set.Split(';')).Distinct().Where(Labels.Contains))
        {
            yield return $"The label {label} is the store's own: give these nodes another one.";
        }

        var names = graph.Unserved.LabelSets.Concat(graph.Unserved.Types).Concat(graph.Unserved.Headers);
        foreach (var name in names.Where(name => name.Contains('\0', StringComparison.Ordinal)))
        {
            yield return $"A label, type or property has a NUL character in its name, which a Neo4j database cannot hold: rename \"{name.Replace('\0', ' ')}\".";
        }
    }
}
