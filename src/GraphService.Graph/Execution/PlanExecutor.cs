using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>Walks a plan over a snapshot and pushes the values into the answer as it meets them.</summary>
internal sealed partial class PlanExecutor<TSink> : ResultWriter<TSink>
    where TSink : struct, IResultSink
{
    private readonly GraphSnapshot _graph;
    private readonly BoundSlot[] _slots;
    private readonly bool[] _conditions;
    private readonly ComputeContext _context;
    private readonly ExecutionState _state;
    private Interruption _interruption;

    public PlanExecutor(GraphSnapshot graph, ComputeContext context, BoundSlot[] slots, bool[] conditions, ExecutionState state, TSink sink)
        : base(sink, state.Indices)
    {
        _context = context;
        _graph = graph;
        _slots = slots;
        _conditions = conditions;
        _state = state;
        _interruption = new Interruption(context.Cancel);
    }

    /// <summary>Writes the value of a root field; false when it is null and must not be.</summary>
    public bool WriteRoot(RootOutput root)
    {
        var at = Sink.Position;
        Depth = 0;
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
        Sink.Raw("["u8);
        Depth = 1;
        for (var i = 0; i < slot.Ids.Length; i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[0] = i;
            var at = Sink.Position;
            var node = FindNode(slot.Ids[i], root.Kinds);
            if (node < 0 || !WriteNode(selection, node))
            {
                PutNull(at, depth: 1);
            }
        }

        Depth = 0;
        Sink.Raw("]"u8);
        return true;
    }

    private int FindNode(byte[] id, ulong kinds)
    {
        var node = _graph.FindNode(id);
        return node >= 0 && (kinds >> _graph.Kinds[node] & 1) != 0 ? node : -1;
    }
}

/// <summary>What the outputs of an object read from: a row, and what else surrounds it.</summary>
internal readonly struct Frame(int node, int relationship)
{
    public Step Row { get; } = new(node, relationship);

    /// <summary>The piece of evidence, inside an evidence list.</summary>
    public EvidenceItem Evidence { get; init; }

    /// <summary>The property, inside a list of properties.</summary>
    public NamedProperty? Property { get; init; }

    /// <summary>The page, inside a connection.</summary>
    public Window? Window { get; init; }

    /// <summary>The group of rows, inside what is counted over all of them.</summary>
    public Group Group { get; init; }

    /// <summary>The row of the page that an edge is about, where more is known of it than what is in the graph.</summary>
    public int PageRow { get; init; }

    /// <summary>Members of a computed object.</summary>
    public object?[]? Members { get; init; }
}
