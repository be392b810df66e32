using GraphService.Graph.Model;
using GraphService.Graph.Store;
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

    /// <inheritdoc/>
    public override bool Follows(GraphSnapshot graph, int node, Property property)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(property);
        var table = graph.Model.Tables[graph.TableOf[node]];
        return Provides(table.Label, property.Name) && SortNames.Follows(graph, node, table);
    }

    /// <summary>Refuses texts longer than a title may be.</summary>
    internal static void CheckLengths(DraftTable table, string property)
    {
        var texts = table.Texts(property);
        for (var row = 0; row < table.Count; row++)
        {
            CheckLength(table, property, row, texts.Get(row));
        }
    }

    /// <summary>Refuses a text longer than a title may be.</summary>
    internal static void CheckLength(DraftTable table, string property, int row, ReadOnlySpan<byte> text)
    {
        if (text.Length > MaxTitle && CharacterCount.Of(text) is var length and > MaxTitle)
        {
            table.Fault(row, property, $"the {property} has {length} characters: {MaxTitle} at most");
        }
    }
}
