using System.Text;

namespace GraphService.Films.Tests.Fields;

/// <summary>What the contract says of walks over everything, and of degrees, done the plain way. Results are objects to be written as JSON.</summary>
internal sealed class NaiveWalks
{
    private static readonly Comparer<string> CodePoints = Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));
    private static readonly string[] Declared = [.. FilmGraph.Roles.Select(r => r.Kind), .. FilmGraph.LinkKinds.Select(k => k.Kind)];

    private readonly FilmCase _question;
    private readonly List<(string From, string Kind, string To, string Note)> _walked;

    public NaiveWalks(FilmCase question)
    {
        _question = question;
        var graph = question.Graph;
        string[] nodes = [.. graph.Nodes];
        var credits = graph.Credits.Select(c => (graph.People[c.Person].Id, FilmGraph.Roles[c.Role].Kind, graph.Works[c.Work].Id, "")).Distinct();
        var band = graph.Works.Select(w => ("a band", "ACTED_IN", w.Id, ""));
        var links = graph.Links.Select(l => (nodes[l.Start], FilmGraph.LinkKinds[l.Kind].Kind, nodes[l.End], l.Note));
        _walked = [.. credits.Concat(band).Concat(links.Distinct()).Where(r => question.Over.Length == 0 || question.Over.Contains(r.Item2))];
    }

    /// <summary>All shortest walks, each as the ids along it, in their order.</summary>
    public List<string[]> Walks()
    {
        var seen = new HashSet<string> { _question.StartId };
        List<string[]> level = [[_question.StartId]];
        for (var length = 0; length <= _question.MaxLength && level.Count > 0; length++)
        {
            var found = level.Where(w => w[^1] == _question.EndId).ToList();
            if (found.Count > 0)
            {
                return [.. found.Order(Comparer<string[]>.Create((a, b) => a.Zip(b).Select(pair => CodePoints.Compare(pair.First, pair.Second)).FirstOrDefault(c => c != 0)))];
            }

            level = [.. level.SelectMany(w => Neighbors(w[^1]).Where(n => !seen.Contains(n)).Select(n => (string[])[.. w, n]))];
            seen.UnionWith(level.Select(w => w[^1]));
        }

        return [];
    }

    public object Path(string[] walk) => new
    {
        length = walk.Length - 1,
        nodes = walk.Select(Node),
        relationships = walk.Zip(walk.Skip(1), (a, b) => _walked.Where(r => (r.From == a && r.To == b) || (r.From == b && r.To == a))
            .OrderBy(r => r.Kind, StringComparer.Ordinal).ThenBy(r => r.From, CodePoints).ThenBy(r => r.Note.Length == 0).ThenBy(r => r.Note, CodePoints).First()).Select(Relationship),
    };

    public object Neighborhood()
    {
        var distances = new Dictionary<string, int> { [_question.StartId] = 0 };
        for (var depth = 1; depth <= _question.Depth; depth++)
        {
            foreach (var node in distances.Keys.ToList().SelectMany(Neighbors))
            {
                distances.TryAdd(node, depth);
            }
        }

        var shown = distances.OrderBy(d => d.Value).ThenBy(d => d.Key, CodePoints).Select(d => d.Key).Take(_question.Limit).ToList();
        return new
        {
            nodes = shown.Select(Node),
            relationships = _walked.Where(r => shown.Contains(r.From) && shown.Contains(r.To)).OrderBy(r => Array.IndexOf(Declared, r.Kind)).ThenBy(r => r.From, CodePoints)
                .ThenBy(r => r.To, CodePoints).ThenBy(r => r.Note.Length == 0).ThenBy(r => r.Note, CodePoints).Select(Relationship),
            truncated = distances.Count > _question.Limit,
        };
    }

    /// <summary>People by degrees from the question's person, by credits of its roles.</summary>
    public IEnumerable<object> Degrees()
    {
        var graph = _question.Graph;
        var credits = graph.Credits.Where(c => _question.Roles.Length == 0 || _question.Roles.Contains(FilmGraph.Roles[c.Role].Role)).ToList();
        var reached = new HashSet<int> { _question.From };
        var level = new List<int> { _question.From };
        for (var degree = 0; level.Count > 0; degree++)
        {
            yield return new { degree, people = level.Count };
            level = [.. credits.Where(c => level.Contains(c.Person)).SelectMany(c => credits.Where(other => other.Work == c.Work)).Select(other => other.Person).Distinct().Where(reached.Add)];
        }
    }

    private IEnumerable<string> Neighbors(string node) => _walked.Where(r => r.From == node).Select(r => r.To).Concat(_walked.Where(r => r.To == node).Select(r => r.From)).Distinct();

    private static object Node(string id) => new { id };

    private static object Relationship((string From, string Kind, string To, string Note) r) => new
    {
        kind = r.Kind,
        from = Node(r.From),
        to = Node(r.To),
        properties = r.Note.Length == 0 ? [] : new[] { new { name = "note", value = r.Note } },
    };
}
