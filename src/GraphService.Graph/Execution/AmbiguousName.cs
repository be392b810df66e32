using GraphService.Graph.Query;
using GraphService.Graph.Text;

namespace GraphService.Graph.Execution;

/// <summary>The fault of a name that several nodes share. Homonyms are never merged or guessed.</summary>
internal static class AmbiguousName
{
    /// <summary>Candidates that the fault lists, the best connected first.</summary>
    public const int MaxCandidates = 20;

    /// <summary>A candidate: its name or title, with a number (a year) in brackets if there is one.</summary>
    public static object? Candidate(string id, string name, long? detail) =>
        new KeyValuePair<string, object?>[] { new("id", id), new("label", detail is null ? name : $"{name} ({detail})") };

    public static QueryFault Fault(BoundSlot slot, IReadOnlyList<object?> candidates, long total) =>
        new("AMBIGUOUS_NAME", $"The name \"{Excerpt.Of(slot.Name!)}\" is shared by {total}: ask for one of the candidates by id.")
        {
            Details = [new("candidates", candidates), new("total", total)],
        };
}
