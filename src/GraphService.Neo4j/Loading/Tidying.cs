namespace GraphService.Neo4j.Loading;

/// <summary>Texts by which what somebody else put there is tidied.</summary>
internal static class Tidying
{
    /// <summary>The labels of the slots.</summary>
    public static readonly IReadOnlyList<string> SlotLabels = [GraphSlot.A.Served, GraphSlot.B.Served, GraphSlot.A.Rest, GraphSlot.B.Rest];

    /// <summary>Removes the empty texts of a node or relationship: an empty field of a file is none.</summary>
    public static string RemoveEmptyTexts(string owner) => $"FOREACH (k IN [k IN keys({owner}) WHERE {owner}[k] = ''] | REMOVE {owner}[k])";

    /// <summary>Gives <c>n</c> one of them and no other.</summary>
    public static string GiveLabel(string label) => $"REMOVE n{CypherText.Labels(SlotLabels.Where(other => other != label))} {RemoveEmptyTexts("n")} SET n:{label}";
}
