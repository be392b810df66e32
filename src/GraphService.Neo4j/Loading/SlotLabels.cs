namespace GraphService.Neo4j.Loading;

/// <summary>The labels of the slots on nodes that somebody else put there.</summary>
internal static class SlotLabels
{
    public static readonly IReadOnlyList<string> All = [GraphSlot.A.Served, GraphSlot.B.Served, GraphSlot.A.Rest, GraphSlot.B.Rest];

    /// <summary>Gives <c>n</c> one of them and no other.</summary>
    public static string Replace(string label) => $"REMOVE n{CypherText.Labels(All.Where(other => other != label))} SET n:{label}";
}
