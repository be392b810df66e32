using GraphService.Graph.Algorithms;
using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>A node that a search found.</summary>
internal readonly record struct SearchHit(int Node, int Score, int Degree);

/// <summary>
/// Searches the names of all nodes. All of them are looked through, as the best may stand anywhere; at memory's speed, for the longest word as it begins
/// one, and only what has it is looked at closer.
/// </summary>
internal sealed class NameSearch(GraphSnapshot graph, SearchTerms terms, Page page, SearchBudget budget)
{
    private readonly int _first = page.First!.Value;
    private readonly List<SearchHit> _best = [];
    private SearchHit? _worst;
    private long _behind;

    /// <summary>How many nodes match.</summary>
    public long TotalCount { get; private set; }

    /// <summary>Whether nodes match that stand at the cursor or before it.</summary>
    public bool HasPrevious { get; private set; }

    /// <summary>Whether nodes match that stand behind the page.</summary>
    public bool HasNext => _behind > _first;

    /// <summary>Searches; the page's rows, the best first.</summary>
    /// <exception cref="BudgetExceededException">More names would have to be looked at.</exception>
    public SearchHit[] Run()
    {
        var node = 0;
        for (var chunk = 0; chunk < graph.Names.Chunks; chunk++)
        {
            // A chunk has few matches or many: it is a step of the way in itself.
            budget.Spend(1);
            node = Look(graph.Names[chunk], node);
        }

        Cut();
        return [.. _best];
    }

    /// <summary>Looks through the names of some nodes; the number of the next node.</summary>
    private int Look(ReadOnlySpan<byte> names, int node)
    {
        var word = terms.Words[0];
        int found;
        while ((found = names.IndexOf(word)) >= 0)
        {
            var start = names[..found].LastIndexOf(NameText.End) + 1;
            node += names[..start].Count(NameText.End);
            names = names[start..];
            var end = names.IndexOf(NameText.End);
            budget.Spend(1);
            Consider(node, names[..end]);
            names = names[(end + 1)..];
            node++;
        }

        return node + names.Count(NameText.End);
    }

    private void Consider(int node, ReadOnlySpan<byte> names)
    {
        if ((terms.Kinds >> graph.Kinds[node] & 1) == 0)
        {
            return;
        }

        var score = 0;
        foreach (var name in names.Split(NameText.Bar))
        {
            score = Math.Max(score, terms.ScoreOf(names[name]));
        }

        if (score > 0)
        {
            Add(new SearchHit(node, score, graph.Degrees[node]));
        }
    }

    private void Add(SearchHit hit)
    {
        TotalCount++;
        if (page.After is { } after && Compare(hit, after) <= 0)
        {
            HasPrevious = true;
            return;
        }

        _behind++;
        if (_first == 0 || (_worst is { } worst && Compare(hit, worst) > 0))
        {
            return;
        }

        // Now and then the best are sorted, so that each costs little whatever their order.
        _best.Add(hit);
        if (_best.Count >= 4 * _first + 64)
        {
            Cut();
            _worst = _best[^1];
        }
    }

    private void Cut()
    {
        _best.Sort(Compare);
        if (_best.Count > _first)
        {
            _best.RemoveRange(_first, _best.Count - _first);
        }
    }

    private int Compare(SearchHit a, SearchHit b)
    {
        var byScore = b.Score.CompareTo(a.Score);
        var byDegree = byScore != 0 ? byScore : b.Degree.CompareTo(a.Degree);
        return byDegree != 0 ? byDegree : graph.IdRanks[a.Node].CompareTo(graph.IdRanks[b.Node]);
    }

    private int Compare(SearchHit hit, Cursor cursor)
    {
        var byScore = cursor.Keys[0].Number.CompareTo(hit.Score);
        var byDegree = byScore != 0 ? byScore : cursor.Keys[1].Number.CompareTo(hit.Degree);
        return byDegree != 0 ? byDegree : graph.Text(graph.Ids[hit.Node]).SequenceCompareTo(cursor.Keys[2].Text);
    }
}
