using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using GraphService.Graph;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Neo4j.Projection;

namespace GraphService.Neo4j.Cypher;

/// <summary>Everything that one request's statements and computations gave: what the answer is written from.</summary>
internal sealed class RowAnswers : IDisposable
{
    /// <summary>For objects of which nothing is in a row.</summary>
    public static readonly RowBuffer NoRows = new();

    private static readonly ConcurrentQueue<RowBuffer> Pool = new();
    private static readonly QueryFault NotLoaded = QueryFault.Unavailable("What paths are found in is still being loaded: try again in a moment.");

    private readonly GraphRequest _request;
    private readonly ComputeContext _context;
    private readonly List<(StatementPart Part, RowBuffer Rows, PartLayout Layout)> _parts = [];
    private readonly List<RowBuffer> _rented = [];
    private readonly Dictionary<(Output Output, int Parent), ComputedAnswer> _computed = [];
    private readonly Dictionary<(NodeSelection, int), CellList> _nodes = [];
    private readonly Dictionary<(Output[], RelationshipRef), CellList> _records = [];

    /// <param name="model">What the graph holds.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="generation">What is computed over; null when it is not loaded yet, or nothing is computed.</param>
    /// <param name="cancel">Ends the request.</param>
    public RowAnswers(GraphModel model, GraphRequest request, Generation? generation, CancellationToken cancel)
    {
        Model = model;
        _request = request;
        _context = new ComputeContext(model, () => generation?.Algorithms ?? throw new QueryFaultException(NotLoaded), request.Limits, cancel);
    }

    public GraphModel Model { get; }

    /// <summary>Which conditions hold.</summary>
    public bool[] Conditions => _request.Conditions;

    /// <summary>The nodes by their numbers in the topology.</summary>
    public NumberedNodes Nodes => _context.Nodes;

    /// <summary>Room for the row of a statement, given back with the answers.</summary>
    public RowBuffer RentRows()
    {
        var rows = Pool.TryDequeue(out var found) ? found : new RowBuffer();
        _rented.Add(rows);
        return rows;
    }

    /// <summary>Computes the root fields that need code; what their values refer to.</summary>
    public ComputedReferences ComputeRoots(IReadOnlyList<RootOutput> roots)
    {
        var references = new ComputedReferences(Conditions);
        foreach (var root in roots)
        {
            switch (root.Output)
            {
                case ComputedOutput computed when IsIncluded(computed):
                    references.Add(computed.Shape, Compute(computed, computed.Computation, -1, _request.Slots[computed.Slot], computed.Shape.NeedsCount).Value);
                    break;
                case ConnectionOutput { Source: ComputedSource source } connection when IsIncluded(connection):
                    Compute(connection, source.Field, -1, _request.Slots[connection.Slot], connection.NeedsCount);
                    break;
            }
        }

        return references;
    }

    /// <summary>Adds the answer of a statement to what was asked of it.</summary>
    public void Add(StatementStage stage, CompiledStatement statement, RowBuffer rows, ComputedReferences references)
    {
        for (var i = 0; i < stage.Parts.Count; i++)
        {
            var (part, layout) = (stage.Parts[i], statement.Parts[i]);
            _parts.Add((part, rows, layout));
            if (part is RootPart)
            {
                continue;
            }

            var list = rows.List(rows.Row[layout.Column]);
            for (var r = 0; r < list.Count; r++)
            {
                var row = rows.List(list[r]);
                var index = (int)rows.Int(row[0]);
                if (part is ComputedNodesPart nodes)
                {
                    _nodes[(nodes.Selection, references.Nodes(nodes.Selection)[index])] = row;
                }
                else if (part is ComputedRecordsPart records)
                {
                    _records[(records.Record, references.Relationships(records.Record)[index])] = row;
                }
            }
        }
    }

    /// <summary>Computes the fields of a statement's rows that need code; what their values refer to.</summary>
    public ComputedReferences ComputeRows(StatementStage stage, CompiledStatement statement, RowBuffer rows)
    {
        var references = new ComputedReferences(Conditions);
        if (stage.Computed.Count == 0)
        {
            return references;
        }

        var parents = new ComputedParents(rows, _request.Slots, (computed, cell) =>
            references.Add(computed.Shape, Compute(computed, computed.Computation, Number(rows, cell), _request.Slots[computed.Slot], computed.Shape.NeedsCount).Value));
        for (var i = 0; i < stage.Parts.Count; i++)
        {
            parents.Visit(stage.Parts[i], statement.Parts[i]);
        }

        return references;
    }

    /// <summary>Where a root field's answer is.</summary>
    public (RowBuffer Rows, PartLayout Layout) Root(RootOutput root)
    {
        foreach (var (part, rows, layout) in _parts)
        {
            if (part is RootPart found && found.Root == root)
            {
                return (rows, layout);
            }
        }

        throw new InvalidOperationException("A root field that no statement answered.");
    }

    /// <summary>The number of a row's node, by its id; -1 when nothing is loaded to compute over, which the computation then says.</summary>
    public int Number(RowBuffer rows, int cell)
    {
        try
        {
            return Nodes.Find(rows.Text(cell));
        }
        catch (QueryFaultException)
        {
            return -1;
        }
    }

    /// <summary>What was computed.</summary>
    public ComputedAnswer Computed(Output output, int parent) => _computed.GetValueOrDefault((output, parent));

    /// <summary>Why code that chooses a connection's nodes refused to; null when it did not.</summary>
    public QueryFault? FaultOf(ConnectionOutput output) => Computed(output, -1).Fault;

    /// <summary>Where a computed node's answer is; false when the graph has no such node any more.</summary>
    public bool TryNode(NodeSelection selection, NodeRef node, [NotNullWhen(true)] out RowBuffer? rows, out CellList row, [NotNullWhen(true)] out NodeLayout? layout)
    {
        var part = _parts.Find(p => p.Part is ComputedNodesPart n && n.Selection == selection);
        (rows, layout) = (part.Rows, part.Layout?.Node);
        return _nodes.TryGetValue((selection, node.Number), out row) && layout is not null;
    }

    /// <summary>Where a computed relationship's answer is; false when the graph has no such relationship any more.</summary>
    public bool TryRecord(Output[] record, RelationshipRef relationship, [NotNullWhen(true)] out RowBuffer? rows, out CellList row, [NotNullWhen(true)] out ObjectLayout? layout)
    {
        var part = _parts.Find(p => p.Part is ComputedRecordsPart r && r.Record == record);
        (rows, layout) = (part.Rows, part.Layout?.Record);
        return _records.TryGetValue((record, relationship), out row) && layout is not null;
    }

    /// <summary>Gives the room back.</summary>
    public void Dispose()
    {
        foreach (var rows in _rented)
        {
            rows.Clear();
            Pool.Enqueue(rows);
        }

        _rented.Clear();
    }

    private bool IsIncluded(Output output) => output.Condition < 0 || Conditions[output.Condition];

    /// <summary>Computes a field for a parent, once.</summary>
    private ComputedAnswer Compute(Output output, ComputedField field, int parent, BoundSlot slot, bool needsCount)
    {
        if (_computed.TryGetValue((output, parent), out var answer))
        {
            return answer;
        }

        try
        {
            // Nothing is found without what is computed over: it says so itself.
            _ = slot.Fault is null ? _context.Algorithms : null;
            answer = new ComputedAnswer(slot.Fault is null ? field.Compute(_context, parent, slot, needsCount) : null, slot.Fault);
        }
        catch (QueryFaultException refused)
        {
            answer = new ComputedAnswer(null, refused.Fault);
        }

        _computed.Add((output, parent), answer);
        return answer;
    }
}

/// <summary>What code computed for a field and a parent: a value, or why it refused.</summary>
internal readonly record struct ComputedAnswer(object? Value, QueryFault? Fault);
