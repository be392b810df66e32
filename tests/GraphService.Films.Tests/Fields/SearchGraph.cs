using System.Text;
using GraphService.Graph.Text;

namespace GraphService.Films.Tests.Fields;

/// <summary>A small graph of names, as it came from chance, and what is searched in it.</summary>
/// <param name="Nodes">Their kinds and names, the main one first.</param>
/// <param name="Influences">By places of people and films among the nodes, with a note that tells parallels apart.</param>
/// <param name="Text">What is searched.</param>
/// <param name="Kinds">Of which nodes; none: of all.</param>
internal sealed record SearchGraph((string Kind, string[] Names)[] Nodes, (int From, int To, string Note)[] Influences, string Text, string[] Kinds)
{
    // Ids whose order differs by code point, by UTF-16 and by length, in this order of code points.
    private static readonly string[] Ids = ["A", "B", "a", "a 1", "a-1", "a1", "aa", "b", "b1", "z", "é", "éa", "œ", "中", "ﬀ", "ﬀ1", "😀", "😀a"];

    public string Id(int node) => Ids[node];

    public void WriteTo(string folder)
    {
        foreach (var (kind, label, name) in new[] { ("PERSON", "Person", "name"), ("FILM", "Work;Film", "title"), ("GENRE", "Genre", "name") })
        {
            var lines = Nodes.Select((n, i) => (Node: n, Id: Id(i))).Where(n => n.Node.Kind == kind).Select(n => $"{Quoted(n.Id)},{Quoted(n.Node.Names[0])},{Quoted(string.Join(';', n.Node.Names.Skip(1)))},{label}");
            File.WriteAllText(Path.Combine(folder, kind + ".csv"), string.Join('\n', [$"id:ID,{name},aliases:string[],:LABEL", .. lines, ""]), Encoding.UTF8);
        }

        var influences = Walked.Select(i => $"{Quoted(Id(i.From))},{Quoted(Id(i.To))},INFLUENCED_BY,{i.Note}");
        File.WriteAllText(Path.Combine(folder, "influences.csv"), string.Join('\n', [":START_ID,:END_ID,:TYPE,note", .. influences, ""]), Encoding.UTF8);
    }

    /// <summary>What is to be found, the best first.</summary>
    public List<Found> Expected()
    {
        var text = Folding.Fold(Text);
        return
        [
            .. from place in Enumerable.Range(0, Nodes.Length)
               where Kinds.Length == 0 || Kinds.Contains(Nodes[place].Kind)
               let scores = Nodes[place].Names.Select(n => Score(n, text)).ToArray()
               let best = scores.Max()
               where best > 0
               orderby best descending, Degree(place) descending, place
               select new Found(best, Nodes[place].Names[Array.IndexOf(scores, best)], Id(place)),
        ];
    }

    // What agrees in everything is one. A loop is one relationship of its node.
    private IEnumerable<(int From, int To, string Note)> Walked => Influences.Distinct().Where(i => Nodes[i.From].Kind != "GENRE" && Nodes[i.To].Kind != "GENRE");

    private int Degree(int node) => Walked.Count(i => i.From == node || i.To == node);

    private static int Score(string name, string text)
    {
        var folded = Folding.Fold(name);
        return folded.Length == 0 ? 0
            : folded == text ? 3
            : folded.StartsWith(text, StringComparison.Ordinal) ? 2
            : text.Split(' ').All(word => folded.Split(' ').Any(w => w.StartsWith(word, StringComparison.Ordinal))) ? 1 : 0;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override string ToString() =>
        $"\"{Text}\" among [{string.Join(' ', Kinds)}] in {string.Join(", ", Nodes.Select((n, i) => $"{Id(i)} {n.Kind} {string.Join('|', n.Names)}"))}; influences {string.Join(' ', Influences)}";

    internal sealed record Found(int Score, string Matched, string Id);
}
