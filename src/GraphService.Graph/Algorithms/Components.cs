namespace GraphService.Graph.Algorithms;

/// <summary>The connected parts of a topology: the largest first, then the one with the smallest node. Nodes without neighbors are in none.</summary>
public sealed class Components
{
    /// <summary>Nodes of a sample.</summary>
    public const int SampleSize = 10;

    private readonly List<int> _firsts = [];
    private readonly List<(int Near, int Far)> _sizes = [];
    private readonly List<int> _sampleEnds = [];
    private readonly List<int> _samples = [];
    private readonly int[] _order;

    private Components(Topology topology, CancellationToken cancel)
    {
        var isSeen = new bool[topology.NodeCount];
        var queue = new Queue<int>();
        for (var node = 0; node < topology.NodeCount; node++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!isSeen[node] && !topology.Of(node).IsEmpty)
            {
                isSeen[node] = true;
                queue.Enqueue(node);
                Add(node, Walk(topology, isSeen, queue));
            }
        }

        _order = [.. Enumerable.Range(0, _firsts.Count)];
        _order.AsSpan().Sort((a, b) => Size(b).CompareTo(Size(a)) is not 0 and var bySize ? bySize : a.CompareTo(b));
    }

    public int Count => _order.Length;

    /// <summary>The one at a place.</summary>
    public Component this[int place]
    {
        get
        {
            var index = _order[place];
            var start = index == 0 ? 0 : _sampleEnds[index - 1];
            return new Component(_firsts[index], _sizes[index].Near, _sizes[index].Far, _samples[start.._sampleEnds[index]]);
        }
    }

    /// <summary>Finds them by walking over each once.</summary>
    public static Components Find(Topology topology, CancellationToken cancel) => new(topology, cancel);

    private static BestConnected Walk(Topology topology, bool[] isSeen, Queue<int> queue)
    {
        var found = new BestConnected();
        while (queue.TryDequeue(out var node))
        {
            var neighbors = 0;
            var last = -1;
            foreach (var neighbor in topology.Of(node))
            {
                if (neighbor.Node != last)
                {
                    last = neighbor.Node;
                    neighbors++;
                    if (!isSeen[last])
                    {
                        isSeen[last] = true;
                        queue.Enqueue(last);
                    }
                }
            }

            found.Add(node, topology.SideOf(node), neighbors);
        }

        return found;
    }

    private int Size(int index) => _sizes[index].Near + _sizes[index].Far;

    private void Add(int first, BestConnected found)
    {
        _firsts.Add(first);
        _sizes.Add((found.Near, found.Far));
        _samples.AddRange(found.Nodes);
        _sampleEnds.Add(_samples.Count);
    }

    /// <summary>Counts the nodes of one component, and keeps the best connected.</summary>
    private sealed class BestConnected
    {
        private readonly List<(int Neighbors, int Node)> _best = new(SampleSize + 1);

        public int Near { get; private set; }

        public int Far { get; private set; }

        public IEnumerable<int> Nodes => _best.Select(b => b.Node);

        public void Add(int node, NodeSide side, int neighbors)
        {
            Near += side == NodeSide.Near ? 1 : 0;
            Far += side == NodeSide.Far ? 1 : 0;
            var place = _best.Count;
            while (place > 0 && (neighbors, -node).CompareTo((_best[place - 1].Neighbors, -_best[place - 1].Node)) > 0)
            {
                place--;
            }

            if (place < SampleSize)
            {
                _best.Insert(place, (neighbors, node));
                if (_best.Count > SampleSize)
                {
                    _best.RemoveAt(SampleSize);
                }
            }
        }
    }
}
