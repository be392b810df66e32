using GraphService.Graph.Execution;
using GraphService.Graph.Query;
using GraphService.Graph.Store.Building;

namespace GraphService.Neo4j.Cypher;

/// <summary>Writes the answer of the statements' rows, in the order of the plan: the twin of the embedded store's <c>PlanExecutor</c>.</summary>
internal sealed partial class RowExecutor<TSink> : ResultWriter<TSink>
    where TSink : struct, IResultSink
{
    private readonly BoundSlot[] _slots;
    private readonly RowAnswers _answers;
    private readonly Cursor.Builder _cursor = new();

    public RowExecutor(BoundSlot[] slots, RowAnswers answers, TSink sink)
        : base(sink, new int[ExecutionState.MaxDepth])
    {
        _slots = slots;
        _answers = answers;
    }

    /// <summary>Writes the value of a root field; false when it is null and must not be.</summary>
    public bool WriteRoot(RootOutput root)
    {
        var at = Sink.Position;
        Depth = 0;
        return Written(root.Access switch
        {
            RootAccess.None => WriteRootValue(root),
            RootAccess.Ids => WriteByIds(root),
            _ => WriteOne(root),
        }, root.Output, at);
    }

    private bool WriteRootValue(RootOutput root)
    {
        if (root.Output is ComputedOutput computed)
        {
            return WriteComputed(computed, -1);
        }

        if (root.Output is not ConnectionOutput connection)
        {
            throw new InvalidOperationException("A root field of a kind that nothing writes.");
        }

        if (Refused(connection) is { } fault)
        {
            return Faulted(connection, fault);
        }

        var (rows, layout) = _answers.Root(root);
        return WriteConnection(connection, new Frame(rows, rows.Row), layout.Connection!);
    }

    private bool WriteOne(RootOutput root)
    {
        var slot = _slots[root.Slot];
        if (slot.Fault is not null)
        {
            return Faulted(root.Output, slot.Fault);
        }

        var (rows, layout) = _answers.Root(root);
        if (layout.Candidates is { } candidates && rows.Int(rows.Row[candidates.CountColumn]) > 1)
        {
            return Faulted(root.Output, SharedName.Fault(slot, rows, candidates));
        }

        var found = rows.List(rows.Row[layout.Column]);
        return found.Count > 0 && WriteNode(layout.Node!, new Frame(rows, rows.List(found[0])));
    }

    private bool WriteByIds(RootOutput root)
    {
        var slot = _slots[root.Slot];
        if (slot.Fault is not null)
        {
            return Faulted(root.Output, slot.Fault);
        }

        var (rows, layout) = _answers.Root(root);
        var found = RowsById(slot.Ids, rows, layout);
        Sink.Raw("["u8);
        Depth = 1;
        for (var i = 0; i < slot.Ids.Length; i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[0] = i;
            var at = Sink.Position;
            if (!found.TryGetValue(slot.Ids[i], out var row) || !WriteNode(layout.Node!, new Frame(rows, row)))
            {
                PutNull(at, depth: 1);
            }
        }

        Depth = 0;
        Sink.Raw("]"u8);
        return true;
    }

    /// <summary>The rows begin with the index of an id that they are about: an id that was given twice has a row for each, or for one of them.</summary>
    private static Dictionary<byte[], CellList> RowsById(byte[][] ids, RowBuffer rows, PartLayout layout)
    {
        var found = new Dictionary<byte[], CellList>(Utf8Comparer.Instance);
        var list = rows.List(rows.Row[layout.Column]);
        for (var i = 0; i < list.Count; i++)
        {
            var row = rows.List(list[i]);
            found[ids[(int)rows.Int(row[0])]] = row;
        }

        return found;
    }

    /// <summary>What a row's values are read from, and what else surrounds the output.</summary>
    private readonly struct Frame(RowBuffer rows, CellList row)
    {
        public RowBuffer Rows { get; } = rows;

        public CellList Row { get; } = row;

        /// <summary>The property, inside a list of properties.</summary>
        public NamedProperty? Property { get; init; }

        /// <summary>The cell of its value.</summary>
        public int PropertyCell { get; init; }

        /// <summary>The page, inside a connection.</summary>
        public RowPage Page { get; init; }

        /// <summary>The group of rows, inside what is counted over all of them.</summary>
        public Group Group { get; init; }

        /// <summary>The page that code computed, inside its connection.</summary>
        public ComputedPage? Computed { get; init; }

        /// <summary>The row of <see cref="Computed"/> that an edge is about.</summary>
        public int ComputedRow { get; init; }

        /// <summary>Members of a computed object.</summary>
        public object?[]? Members { get; init; }
    }
}
