namespace GraphService.Graph.Algorithms;

/// <summary>
/// The working memory of counting collaborators. A mark is the epoch plus the node's place in the list; the next epoch begins beyond all marks, so
/// nothing is cleared in between.
/// </summary>
internal sealed class CollaboratorState(int nodeCount, uint epoch = 1)
{
    private readonly uint[] _marks = new uint[nodeCount];
    private Collaborator[] _found = new Collaborator[64];
    private uint _epoch = epoch;
    private int _count;

    public ReadOnlySpan<Collaborator> Found => _found.AsSpan(0, _count);

    public void Begin()
    {
        if (_epoch > uint.MaxValue - (uint)_count - (uint)_marks.Length)
        {
            Array.Clear(_marks);
            _epoch = 1;
        }
        else
        {
            _epoch += (uint)_count;
        }

        _count = 0;
    }

    /// <summary>Counts one more far node shared with a node.</summary>
    public void Add(int node)
    {
        ref var mark = ref _marks[node];
        if (mark >= _epoch)
        {
            ref var known = ref _found[mark - _epoch];
            known = known with { Shared = known.Shared + 1 };
            return;
        }

        if (_count == _found.Length)
        {
            Array.Resize(ref _found, 2 * _count);
        }

        mark = _epoch + (uint)_count;
        _found[_count++] = new Collaborator(node, 1);
    }
}
