using System.Globalization;

namespace GraphService.Graph.Algorithms.Centrality;

/// <summary>Near nodes by their scores: the highest first, equal ones in default order. 12 bytes a node.</summary>
public sealed class Ranking
{
    private readonly int[] _nodes;
    private readonly double[] _scores;

    private Ranking(int[] nodes, double[] scores)
    {
        _nodes = nodes;
        _scores = scores;
    }

    public int Count => _nodes.Length;

    /// <summary>The topology's number of the node at a place.</summary>
    public int Node(int place) => _nodes[place];

    /// <summary>Its score.</summary>
    public double Score(int place) => _scores[place];

    /// <summary>Its rank: one more than the number of nodes with a higher score.</summary>
    public int Rank(int place)
    {
        var (low, high) = (0, place);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _scores[middle] > _scores[place] ? (middle + 1, high) : (low, middle);
        }

        return low + 1;
    }

    /// <summary>Ranks nodes. The scores are rounded in place.</summary>
    /// <param name="nodes">The topology's numbers.</param>
    /// <param name="scores">By place in nodes.</param>
    /// <param name="order">By number: the place in the default order.</param>
    internal static Ranking Of(int[] nodes, double[] scores, ReadOnlyMemory<int> order)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Round(scores[i]);
        }

        var places = new int[nodes.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        places.AsSpan().Sort(new HighestFirst(nodes, scores, order));
        return new Ranking(Array.ConvertAll(places, place => nodes[place]), Array.ConvertAll(places, place => scores[place]));
    }

    /// <summary>Rounds to 12 significant digits: what rounding errors make of equal scores is equal again.</summary>
    internal static double Round(double score)
    {
        const int room = 32;
        Span<char> digits = stackalloc char[room];
        score.TryFormat(digits, out var length, "E11", CultureInfo.InvariantCulture);
        return double.Parse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private readonly struct HighestFirst(int[] nodes, double[] scores, ReadOnlyMemory<int> order) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            var byScore = scores[y].CompareTo(scores[x]);
            if (byScore != 0)
            {
                return byScore;
            }

            var byOrder = order.IsEmpty ? 0 : order.Span[nodes[x]].CompareTo(order.Span[nodes[y]]);
            return byOrder != 0 ? byOrder : x.CompareTo(y);
        }
    }
}
