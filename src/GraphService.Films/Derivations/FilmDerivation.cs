using GraphService.Graph.Store.Building;
using GraphService.Graph.Text;

namespace GraphService.Films.Derivations;

/// <summary>Derives sort names and years, and checks what only a graph of films knows.</summary>
public sealed class FilmDerivation : GraphDerivation
{
    private const int MaxTitle = 1000;

    /// <inheritdoc/>
    public override void Complete(GraphDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        SortNames.Complete(draft.Table("Person"));
        WorkYears.Complete(draft.Table("Work"), draft.Type("RELEASED_ON"));
        Territories.Check(draft.Type("RELEASED_ON"));
        Territories.Check(draft.Type("RANKED"));
        CheckLengths(draft.Table("Source"), "title");
    }

    /// <inheritdoc/>
    public override bool Provides(string label, string property) => (label, property) is ("Person", "sortName");

    /// <summary>Refuses texts longer than a title may be.</summary>
    internal static void CheckLengths(DraftTable table, string property)
    {
        var texts = table.Texts(property);
        for (var row = 0; row < table.Count; row++)
        {
            var text = texts.Get(row);
            if (text.Length > MaxTitle && CharacterCount.Of(text) is var length and > MaxTitle)
            {
                table.Fault(row, property, $"the {property} has {length} characters: {MaxTitle} at most");
            }
        }
    }
}
