using GraphService.Graph.Model;
using GraphService.Graph.Text;

namespace GraphService.Graph.Store.Building;

/// <summary>What the labels of a node, as a file writes them, make of it.</summary>
internal sealed class LabelSet
{
    private LabelSet(string text, string[] labels) => (Text, Labels) = (text, labels);

    /// <summary>As written: <c>Work;Film</c>.</summary>
    public string Text { get; }

    public string[] Labels { get; }

    /// <summary>What messages call such a node: "a Work;Film".</summary>
    public string Noun => Text.Length == 0 ? "a node without a label" : Article.With(Text);

    /// <summary>The table of such nodes; null when no label is known.</summary>
    public NodeTable? Table { get; private set; }

    /// <summary>The served kind; null for hidden tables and unknown labels.</summary>
    public NodeKind? Kind { get; private set; }

    /// <summary>Labels that the model does not know.</summary>
    public IReadOnlyList<string> Unknown { get; private set; } = [];

    /// <summary>Why no node may carry these labels, or null. What refers to such a node is not checked further.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Stands for labels that could not be read.</summary>
    public static LabelSet Unreadable { get; } = new("", []) { Refusal = "unreadable" };

    public static LabelSet Create(string text, GraphModel model)
    {
        var set = new LabelSet(text, [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Distinct()]);
        var known = model.Kinds.SelectMany(k => k.Labels).Concat(model.Tables.Select(t => t.Label)).ToHashSet();
        set.Unknown = [.. set.Labels.Where(l => !known.Contains(l))];
        var kinds = model.Kinds.Where(k => k.Labels.All(set.Labels.Contains)).ToList();
        var hidden = model.Tables.Where(t => t.IsHidden && set.Labels.Contains(t.Label)).ToList();
        switch (kinds.Count + hidden.Count)
        {
            case 0 when set.Unknown.Count < set.Labels.Length:
                set.Refusal = set.Incomplete(model);
                break;
            case 0:
                break;
            case 1:
                set.Kind = kinds.FirstOrDefault();
                set.Table = set.Kind?.Table ?? hidden[0];
                break;
            default:
                set.Refusal = Ambiguous(kinds, [.. kinds.Select(k => k.Labels[^1]), .. hidden.Select(t => t.Label)]);
                break;
        }

        return set;
    }

    /// <summary>"A, B and C".</summary>
    public static string List(IEnumerable<string> names, string conjunction)
    {
        var all = names.Distinct().ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {conjunction} {all[^1]}";
    }

    private string Incomplete(GraphModel model)
    {
        var table = model.Tables.FirstOrDefault(t => Labels.Contains(t.Label));
        if (table is not null)
        {
            var choices = model.Kinds.Where(k => k.Table == table).Select(k => k.Labels[^1]);
            return $"{Article.With(table.Label)} must be exactly one of {List(choices, "and")}, this one is none: add a label";
        }

        var kind = model.Kinds.First(k => k.Labels.Any(Labels.Contains));
        return $"{Article.With(Labels.First(kind.Labels.Contains))} must also be {Article.With(kind.Table.Label)}: write {string.Join(';', kind.Labels)}";
    }

    private static string Ambiguous(List<NodeKind> kinds, string[] names) =>
        kinds.Count == names.Length && kinds.All(k => k.Table == kinds[0].Table)
            ? $"{Article.With(kinds[0].Table.Label)} must be exactly one of {List(names, "and")}: remove the other label"
            : $"a node cannot be {List(names, "and")} at once: leave it the labels of one kind";
}
