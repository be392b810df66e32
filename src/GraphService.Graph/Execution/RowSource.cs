using System.Runtime.CompilerServices;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>All rows of a list in its default order: steps of a node, or nodes of a table.</summary>
internal readonly ref struct RowSource
{
    private readonly ReadOnlySpan<Step> _steps;
    private readonly ReadOnlySpan<int> _nodes;
    private readonly NodeRange _whole;
    private readonly Form _form;

    public RowSource(ReadOnlySpan<Step> steps) => _steps = steps;

    public RowSource(ReadOnlySpan<int> nodes)
    {
        _nodes = nodes;
        _form = Form.Nodes;
    }

    /// <param name="nodes">Nodes of a table.</param>
    /// <param name="whole">The table, when these are all of its nodes.</param>
    public RowSource(ReadOnlySpan<int> nodes, NodeRange whole)
        : this(nodes) => _whole = whole;

    private RowSource(NodeRange whole) => (_whole, _form) = (whole, Form.Range);

    private enum Form : byte
    {
        Steps,
        Nodes,
        Range,
    }

    public int Count => _form switch { Form.Steps => _steps.Length, Form.Nodes => _nodes.Length, _ => _whole.Count };

    /// <summary>The same rows where their order does not matter: a whole table by number, so that memory is read as it lies.</summary>
    public RowSource InAnyOrder => _whole.Count > 0 ? new RowSource(_whole) : this;

    public Step this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _form switch { Form.Steps => _steps[index], Form.Nodes => new Step(_nodes[index], -1), _ => new Step(_whole.First + index, -1) };
    }
}
