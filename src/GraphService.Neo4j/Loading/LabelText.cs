using System.Text;
using GraphService.Graph.Model;

namespace GraphService.Neo4j.Loading;

/// <summary>Labels as a file writes them. The database keeps no order: those of the model come first, in its order, then the others by their code points.</summary>
internal sealed class LabelText(GraphModel model)
{
    private readonly List<string> _known = [.. model.Kinds.SelectMany(k => k.Labels).Concat(model.Tables.Select(t => t.Label)).Distinct()];
    private readonly Dictionary<string, byte[]> _texts = [];

    /// <summary>The labels without those of the slots, such as <c>Work;Film</c>.</summary>
    public byte[] Of(List<string> labels)
    {
        var key = string.Join('\0', labels);
        if (!_texts.TryGetValue(key, out var text))
        {
            var own = labels.Where(label => !Tidying.SlotLabels.Contains(label));
            text = Encoding.UTF8.GetBytes(string.Join(';', own.OrderBy(Place).ThenBy(label => label, StringComparer.Ordinal)));
            _texts.Add(key, text);
        }

        return text;
    }

    private int Place(string label) => _known.IndexOf(label) is >= 0 and var place ? place : _known.Count;
}
