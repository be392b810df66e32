using System.Runtime.CompilerServices;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>All rows of a list in its default order: steps of a node, or nodes of a table.</summary>
internal readonly ref struct RowSource
{
    private readonly ReadOnlySpan<Step> _steps;
    private readonly ReadOnlySpan<int> _nodes;
    private readonly bool _isTable;

    public RowSource(ReadOnlySpan<Step> steps) => _steps = steps;

    public RowSource(ReadOnlySpan<int> nodes)
    {
        _nodes = nodes;
        _isTable = true;
    }

    public int Count => _isTable ? _nodes.Length : _steps.Length;

    public Step this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _isTable ? new Step(_nodes[index], -1) : _steps[index];
    }
}
