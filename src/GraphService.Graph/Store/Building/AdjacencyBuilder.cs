using System.Collections.Concurrent;
using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>Builds the sorted lists of one adjacency of the model.</summary>
internal sealed unsafe class AdjacencyBuilder(GraphSnapshot graph, Adjacency adjacency, SectionAllocator allocator)
{
    private const int FewSteps = 20_000;
    private readonly NodeRange _near = adjacency.Near is { } near ? graph.Tables[near.Index] : new NodeRange(0, graph.NodeCount);
    private readonly Comparer _comparer = new(new OrderComparer(graph, SliceOrder.Of(adjacency)));

    public AdjacencyList Build()
    {
        var offsets = allocator.Allocate<long>((long)_near.Count + 1, out var ends);
        ForEachStep((near, _) => ends[near + 1]++);
        for (var i = 0; i < _near.Count; i++)
        {
            ends[i + 1] += ends[i];
        }

        var steps = allocator.Allocate<Step>(ends[_near.Count], out var target);
        var next = new long[_near.Count];
        offsets.Slice(0, _near.Count).CopyTo(next);
        ForEachStep((near, step) => target[next[near]++] = step);
        Sort(offsets, target);
        return new AdjacencyList(_near.First, offsets, adjacency.IsDistinct ? KeepFirsts(ends, target) : steps);
    }

    /// <summary>Closes up the lists after the first step to each far node.</summary>
    private Section<Step> KeepFirsts(long* offsets, Step* steps)
    {
        var kept = 0L;
        var seen = new HashSet<int>();
        for (var i = 0; i < _near.Count; i++)
        {
            seen.Clear();
            var from = offsets[i];
            offsets[i] = kept;
            for (var step = from; step < offsets[i + 1]; step++)
            {
                if (seen.Add(steps[step].Node))
                {
                    steps[kept++] = steps[step];
                }
            }
        }

        offsets[_near.Count] = kept;
        return new Section<Step>(steps, kept);
    }

    private void Sort(Section<long> offsets, Step* steps)
    {
        if (offsets[_near.Count] < FewSteps)
        {
            SortSlices(offsets, steps, 0, _near.Count);
            return;
        }

        var address = (nint)steps;
        Parallel.ForEach(Partitioner.Create(0, _near.Count), range => SortSlices(offsets, (Step*)address, range.Item1, range.Item2));
    }

    private void SortSlices(Section<long> offsets, Step* steps, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var length = (int)(offsets[i + 1] - offsets[i]);
            var slice = new Span<Step>(steps + offsets[i], length);
            if (!IsSorted(slice))
            {
                slice.Sort(_comparer);
            }
        }
    }

    /// <summary>True of many lists that are ordered by what numbers relationships too: by type, start and end.</summary>
    private bool IsSorted(ReadOnlySpan<Step> slice)
    {
        for (var i = 1; i < slice.Length; i++)
        {
            if (_comparer.Compare(slice[i - 1], slice[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Calls back with the place of the near node and the step, for everything that belongs to the lists.</summary>
    private void ForEachStep(Action<int, Step> add)
    {
        foreach (var type in adjacency.Types)
        {
            var references = adjacency.AlsoBy is null ? null : graph.References[type.Index];
            var first = graph.FirstRelationships[type.Index];
            for (var relationship = first; relationship < graph.FirstRelationships[type.Index + 1]; relationship++)
            {
                var start = graph.Starts[relationship];
                var end = graph.Ends[relationship];
                var third = references is { } numbers ? numbers[relationship - first] : -1;
                if (adjacency.Direction != Direction.In)
                {
                    Add(start, end, relationship, add);
                }

                if (adjacency.Direction != Direction.Out && (adjacency.Direction == Direction.In || start != end))
                {
                    Add(end, start, relationship, add);
                }

                if (third >= 0 && !IsListed(third, start, end))
                {
                    Add(third, end, relationship, add);
                }
            }
        }
    }

    private bool IsListed(int third, int start, int end) =>
        (adjacency.Direction != Direction.In && third == start) || (adjacency.Direction != Direction.Out && third == end);

    private void Add(int near, int far, int relationship, Action<int, Step> add)
    {
        var isFar = adjacency.Far is { } table ? graph.TableOf[far] == table.Index : graph.Kinds[far] != byte.MaxValue;
        if (isFar && _near.Contains(near))
        {
            add(near - _near.First, new Step(far, relationship));
        }
    }

    /// <summary>The order of the adjacency; what it leaves equal, by number, so that every build sorts alike.</summary>
    private sealed class Comparer(OrderComparer order) : IComparer<Step>
    {
        public int Compare(Step x, Step y)
        {
            var result = order.Compare(x, y);
            result = result != 0 ? result : x.Relationship.CompareTo(y.Relationship);
            return result != 0 ? result : x.Node.CompareTo(y.Node);
        }
    }
}
