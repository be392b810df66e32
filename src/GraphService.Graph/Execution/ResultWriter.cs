using GraphService.Graph.Query;

namespace GraphService.Graph.Execution;

/// <summary>
/// What every executor of plans does alike: nulls, faults and places in lists. A method that writes returns false when its value is null: whoever
/// called it takes back what was written and, where null is not allowed, is null itself (spec, Handling Execution Errors).
/// </summary>
internal abstract partial class ResultWriter<TSink>
    where TSink : struct, IResultSink
{
    private static readonly QueryFault NoValue = new("INTERNAL_SERVER_ERROR", "There is no value for this field, which must not be null.");

    private HashSet<int>? _faulted;

    // Not readonly: a struct that is called through a readonly field is copied first.
    protected TSink Sink;

    // Whether a null that is on its way up has its error already.
    private bool _isExplained;

    /// <param name="sink">Where the answer goes.</param>
    /// <param name="indices">Room for the indices in the lists around the current output, outermost first.</param>
    protected ResultWriter(TSink sink, int[] indices)
    {
        Sink = sink;
        Indices = indices;
    }

    protected int[] Indices { get; }

    /// <summary>How many lists are around the current output.</summary>
    protected int Depth { get; set; }

    /// <summary>Reports a fault, once for each selection, and is null.</summary>
    protected bool Faulted(Output output, QueryFault fault)
    {
        _isExplained = true;
        if ((_faulted ??= []).Add(output.Field.Selection))
        {
            Sink.Fault(output, Indices.AsSpan(0, Depth), fault);
        }

        return false;
    }

    /// <summary>Makes a missing value a null, where null is allowed; elsewhere it is an error (spec, Handling Execution Errors).</summary>
    protected bool Written(bool written, Output output, long at)
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
    protected void PutNull(long at, int depth)
    {
        Depth = depth;
        _isExplained = false;
        Sink.Truncate(at);
        Sink.Null();
    }

    protected void CloseObject(bool isEmpty) => Sink.Raw(isEmpty ? "{}"u8 : "}"u8);

    protected void Separate(ref bool first)
    {
        if (!first)
        {
            Sink.Raw(","u8);
        }

        first = false;
    }
}
