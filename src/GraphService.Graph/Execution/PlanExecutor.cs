using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>
/// Walks a plan over a snapshot and pushes the values into the answer as it meets them. A method that writes returns false when its value is null:
/// whoever called it takes back what was written and, where null is not allowed, is null itself (spec, Handling Execution Errors).
/// </summary>
internal sealed partial class PlanExecutor<TSink>
    where TSink : struct, IResultSink
{
    private static readonly QueryFault NoValue = new("INTERNAL_SERVER_ERROR", "There is no value for this field, which must not be null.");

    private readonly GraphSnapshot _graph;
    private readonly BoundSlot[] _slots;
    private readonly bool[] _conditions;
    private readonly ComputeContext _context;
    private readonly ExecutionState _state;
    private readonly HashSet<int> _faulted = [];
    private TSink _sink;
    private Interruption _interruption;

    // Whether a null that is on its way up has its error already.
    private bool _isExplained;

    public PlanExecutor(ComputeContext context, BoundSlot[] slots, bool[] conditions, ExecutionState state, TSink sink)
    {
        _context = context;
        _graph = context.Graph;
        _slots = slots;
        _conditions = conditions;
        _state = state;
        _sink = sink;
        _interruption = new Interruption(context.Cancel);
    }

    /// <summary>Writes the value of a root field; false when it is null and must not be.</summary>
    public bool WriteRoot(RootOutput root)
    {
        var at = _sink.Position;
        _state.Depth = 0;
        return Written(root.Access switch
        {
            RootAccess.None => WriteValue(root.Output, new Frame(-1, -1)),
            RootAccess.Ids => WriteByIds(root),
            _ => WriteOne(root),
        }, root.Output, at);
    }

    private bool WriteOne(RootOutput root)
    {
        var slot = _slots[root.Slot];
        if (slot.Fault is not null)
        {
            return Faulted(root.Output, slot.Fault);
        }

        var node = -1;
        if (slot.Ids.Length > 0)
        {
            node = FindNode(slot.Ids[0], root.Kinds);
        }
        else if (!NameLookup.TryFind(_graph, root, slot, out node, out var fault))
        {
            return Faulted(root.Output, fault);
        }

        return node >= 0 && WriteNode(((NodeOutput)root.Output).Selection, node);
    }

    private bool WriteByIds(RootOutput root)
    {
        var slot = _slots[root.Slot];
        if (slot.Fault is not null)
        {
            return Faulted(root.Output, slot.Fault);
        }

        var selection = ((NodeOutput)root.Output).Selection;
        _sink.Raw("["u8);
        _state.Depth = 1;
        for (var i = 0; i < slot.Ids.Length; i++)
        {
            _sink.Raw(i == 0 ? ""u8 : ","u8);
            _state.Indices[0] = i;
            var at = _sink.Position;
            var node = FindNode(slot.Ids[i], root.Kinds);
            if (node < 0 || !WriteNode(selection, node))
            {
                PutNull(at, depth: 1);
            }
        }

        _state.Depth = 0;
        _sink.Raw("]"u8);
        return true;
    }

    private int FindNode(byte[] id, ulong kinds)
    {
        var node = _graph.FindNode(id);
        return node >= 0 && (kinds >> _graph.Kinds[node] & 1) != 0 ? node : -1;
    }

    /// <summary>Reports a fault, once for each selection, and is null.</summary>
    private bool Faulted(Output output, QueryFault fault)
    {
        _isExplained = true;
        if (_faulted.Add(output.Field.Selection))
        {
            _sink.Fault(output, _state.Indices.AsSpan(0, _state.Depth), fault);
        }

        return false;
    }

    /// <summary>Makes a missing value a null, where null is allowed; elsewhere it is an error (spec, Handling Execution Errors).</summary>
    private bool Written(bool written, Output output, long at)
    {
        if (written)
        {
            return true;
        }

        if (output.IsNonNull)
        {
            return !_isExplained && Faulted(output, NoValue);
        }

        PutNull(at, output.Field.ListDepth);
        return true;
    }

    /// <summary>The null may come from within lists: what they count begins anew.</summary>
    private void PutNull(long at, int depth)
    {
        _state.Depth = depth;
        _isExplained = false;
        _sink.Truncate(at);
        _sink.Null();
    }
}

/// <summary>What the outputs of an object read from: a row, and what else surrounds it.</summary>
internal readonly struct Frame(int node, int relationship)
{
    public Step Row { get; } = new(node, relationship);

    /// <summary>The piece of evidence, inside an evidence list.</summary>
    public EvidenceItem Evidence { get; init; }

    /// <summary>The page, inside a connection.</summary>
    public Window? Window { get; init; }

    /// <summary>The row of a computed page that an edge is about; its cursor is there.</summary>
    public int ComputedRow { get; init; }

    /// <summary>Members of a computed object.</summary>
    public object?[]? Members { get; init; }
}
