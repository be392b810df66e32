using System.Runtime.InteropServices;
using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>Counts the rows of one list by one measure. It is pooled with its window: nothing is allocated per row.</summary>
internal sealed class Accumulator
{
    private const int MaxPlaces = 64;
    private const int KeptKeys = 16 * 1024;

    private readonly long[] _places = new long[MaxPlaces];
    private readonly Dictionary<int, long> _keys = [];
    private readonly HashSet<int> _nodes = [];
    private readonly List<Group> _groups = [];

    public Measure Measure { get; private set; } = null!;

    /// <summary>How many nodes were met, each once.</summary>
    public int Distinct => _nodes.Count;

    public void Begin(Measure measure)
    {
        Measure = measure;
        Array.Clear(_places);
        _keys.Clear();
        _nodes.Clear();
        _groups.Clear();
        if (_keys.Capacity > KeptKeys)
        {
            _keys.TrimExcess();
        }

        if (_nodes.Capacity > KeptKeys)
        {
            _nodes.TrimExcess();
        }
    }

    public void Add(GraphSnapshot graph, Step row, ref Interruption interruption)
    {
        switch (Measure)
        {
            case IntMeasure number:
                if (Values.Int(graph, number.Value, row) is not IntColumn.Missing and var value)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_keys, value, out _)++;
                }

                break;
            case PlaceMeasure place:
                if (Values.Place(graph, place.Value, row) is >= 0 and var found)
                {
                    _places[found]++;
                }

                break;
            case TypesMeasure types:
                AddTypes(graph, graph.Adjacencies[types.Adjacency.Index].Of(row.Node), ref interruption);
                break;
            case NodesMeasure nodes:
                AddNodes(graph, graph.Adjacencies[nodes.Adjacency.Index].Of(row.Node), ref interruption);
                break;
            case DistinctMeasure distinct:
                if (Values.Node(graph, distinct.Subject, row) is >= 0 and var node)
                {
                    _nodes.Add(node);
                }

                break;
        }
    }

    private void AddTypes(GraphSnapshot graph, ReadOnlySpan<Step> steps, ref Interruption interruption)
    {
        ulong types = 0;
        foreach (var step in steps)
        {
            interruption.Check();
            types |= 1UL << graph.RelationshipTypes[step.Relationship];
        }

        for (; types != 0; types &= types - 1)
        {
            _places[System.Numerics.BitOperations.TrailingZeroCount(types)]++;
        }
    }

    private void AddNodes(GraphSnapshot graph, ReadOnlySpan<Step> steps, ref Interruption interruption)
    {
        var previous = -1;
        foreach (var step in steps)
        {
            interruption.Check();

            // The list is in the far ends' order: parallel relationships stand together.
            if (step.Node != previous)
            {
                previous = step.Node;
                CollectionsMarshal.GetValueRefOrAddDefault(_keys, graph.Ranks[step.Node], out _)++;
            }
        }
    }

    /// <summary>The groups of rows, in order; good until they are asked for again.</summary>
    /// <param name="span">How many integers make one group.</param>
    public List<Group> Groups(int span)
    {
        _groups.Clear();
        foreach (var (key, count) in _keys)
        {
            _groups.Add(new Group(key, count));
        }

        for (var place = 0; place < MaxPlaces; place++)
        {
            if (_places[place] > 0)
            {
                _groups.Add(new Group(place, _places[place]));
            }
        }

        Group.Arrange(_groups, span);
        return _groups;
    }
}
