using System.Text;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Engine.Binding;

/// <summary>Makes one plan of a compiled operation: every selected field becomes an output that says what it reads.</summary>
internal sealed class PlanBinder(Domain domain, EngineLimits limits)
{
    private readonly List<SlotBinder> _slots = [];
    private readonly List<string?> _path = [];
    private readonly Dictionary<int, int> _firstSlots = [];
    private NamedProperty[][]? _propertiesByType;
    private readonly Stack<int> _around = new();
    private readonly List<int> _conditions = [];
    private readonly Dictionary<(string Path, FieldNode Node), int> _selections = [];

    // Evidence below a computed object is computed as well: its source, then the locator.
    private bool _isComputed;

    /// <summary>The slots of the plan, in order.</summary>
    public IReadOnlyList<SlotBinder> Slots => _slots;

    /// <summary>The plan for a root field.</summary>
    public RootOutput BindRoot(CompiledField field)
    {
        Enter(field);
        var root = Binding(field) is LookupBinding lookup
            ? Lookup(field, lookup)
            : new RootOutput { Access = RootAccess.None, Slot = -1, Output = Bind(field, Binding(field)) };
        Leave(field);
        return root;
    }

    private RootOutput Lookup(CompiledField field, LookupBinding lookup)
    {
        var slot = AddSlot(new LookupSlotBinder(field, lookup, limits) { Parent = Around, First = FirstOf(field), Conditions = [.. _conditions] });
        _around.Push(slot);
        var selection = NodeSelection(field, inList: lookup.Access == RootAccess.Ids);
        var output = new NodeOutput(Subject.Node, selection) { Field = Of(field) };
        _around.Pop();
        return new RootOutput
        {
            Access = lookup.Access,
            Slot = slot,
            Kinds = lookup.Kinds,
            Output = output,
            CandidateDetail = lookup.Narrowing.Count > 0 ? lookup.Narrowing[0].Key : null,
        };
    }

    private FieldBinding Binding(CompiledField field) => domain.Bindings[(field.ParentType.Name, field.Definition.Name)];

    private Output[] Fields(IReadOnlyList<CompiledField> fields)
    {
        var outputs = new Output[fields.Count];
        for (var i = 0; i < outputs.Length; i++)
        {
            Enter(fields[i]);
            outputs[i] = fields[i].Definition.Name == "__typename" ? TypeName(fields[i]) : Bind(fields[i], Binding(fields[i]));
            Leave(fields[i]);
        }

        return outputs;
    }

    private void Enter(CompiledField field)
    {
        _path.Add(field.ResponseName);
        if (field.Condition >= 0)
        {
            _conditions.Add(field.Condition);
        }
    }

    private void Leave(CompiledField field)
    {
        _path.RemoveAt(_path.Count - 1);
        if (field.Condition >= 0)
        {
            _conditions.RemoveAt(_conditions.Count - 1);
        }
    }

    private Output[] ObjectFields(CompiledField field, bool inList = false)
    {
        if (inList)
        {
            _path.Add(null);
        }

        var outputs = Fields(field.Selections!.For((ObjectType)field.Definition.Type.Named));
        if (inList)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        return outputs;
    }

    private NodeSelection NodeSelection(CompiledField field, bool inList = false)
    {
        var isComputed = _isComputed;
        _isComputed = false;
        if (inList)
        {
            _path.Add(null);
        }

        var byKind = new Output[]?[domain.Model.Kinds.Count];
        foreach (var (type, fields) in field.Selections!.ByType)
        {
            var kind = domain.Model.Kinds.First(k => k.Name == DomainFile.EnumName(type.Name));
            byKind[kind.Index] = Fields(fields);
        }

        if (inList)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        _isComputed = isComputed;
        return new NodeSelection(byKind);
    }

    private static bool IsList(CompiledField field) => field.Definition.Type.Nullable is ListType;

    private ConstantOutput TypeName(CompiledField field) =>
        new(Encoding.UTF8.GetBytes($"\"{field.ParentType.Name}\"")) { Field = Of(field) };

    private Output Bind(CompiledField field, FieldBinding binding) => binding switch
    {
        ValueBinding value => new ValueOutput(value.Kind, value.Value) { Names = Json(value.Names), Field = Of(field) },
        DistinctTypesBinding types => new DistinctTypeNamesOutput(types.Adjacency, Json(types.Names)) { Field = Of(field) },
        NodeBinding node => new NodeOutput(node.Subject, NodeSelection(field)) { Field = Of(field) },
        FirstNodeBinding first => new NodeOutput(Subject.Node, NodeSelection(field)) { FirstOf = first.Adjacency, Field = Of(field) },
        NodesBinding nodes => new NodesOutput(nodes.Adjacency, NodeSelection(field, inList: true)) { Field = Of(field) },
        RecordsBinding records => new RecordsOutput(records.Adjacency, ObjectFields(field, inList: true)) { Field = Of(field) },
        PropertiesBinding => new PropertiesOutput(PropertiesByType, ObjectFields(field, inList: true)) { Field = Of(field) },
        EvidenceBinding evidence => new EvidenceOutput(evidence.Subject, ObjectFields(field, inList: true)) { Field = Of(field) },
        RowRecordBinding => new ObjectOutput(OutputKind.RowRecord, ObjectFields(field)) { Field = Of(field) },
        ConnectionBinding connection => Connection(field, connection),
        SearchBinding => Search(field),
        ComputedBinding computed => Computed(field, computed.Field),
        AggregateBinding aggregate => new AggregateOutput(aggregate.Kind, aggregate.Measure) { Field = Of(field) },
        GroupsBinding groups => new GroupsOutput(groups.Measure, groups.Span, ObjectFields(field, inList: true)) { Field = Of(field) },
        GroupKeyBinding key => new GroupKeyOutput(Json(key.Names), key.IsNode ? NodeSelection(field) : null) { Field = Of(field) },
        MemberBinding member => new MemberOutput(member.Member, Shape(field)) { Field = Of(field) },
        PartBinding part => Part(field, part.Kind),
        _ => throw new InvalidOperationException($"{field.ParentType.Name}.{field.Definition.Name} has no binding."),
    };

    private NamedProperty[][] PropertiesByType => _propertiesByType ??=
        [.. domain.Model.RelationshipTypes.Select(t => t.Properties.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new NamedProperty(p)).ToArray())];

    private Output Part(CompiledField field, OutputKind kind) => kind switch
    {
        OutputKind.EvidenceSource when _isComputed => new MemberOutput(0, Shape(field)) { Field = Of(field) },
        OutputKind.EvidenceLocator when _isComputed => new MemberOutput(1, Shape(field)) { Field = Of(field) },
        OutputKind.EvidenceSource => new EvidenceSourceOutput(NodeSelection(field)) { Field = Of(field) },
        OutputKind.ConnectionEdges => new ObjectOutput(kind, ObjectFields(field, inList: true)) { Field = Of(field) },
        OutputKind.PageInfo => new ObjectOutput(kind, ObjectFields(field)) { Field = Of(field) },
        OutputKind.ConnectionNodes => ConnectionNodes(field),
        OutputKind.Aggregates => Aggregates(field),
        _ => new PlainOutput(kind) { Field = Of(field) },
    };

    /// <summary>It counts in the cost as a page of the largest size: the whole list is walked for it, and its groups may be many.</summary>
    private ObjectOutput Aggregates(CompiledField field)
    {
        var connection = _around.Pop();
        var slot = AddSlot(new AggregatesSlotBinder(field, limits) { Parent = Around, First = FirstOf(field), Conditions = [.. _conditions] });
        _around.Push(slot);
        var fields = ObjectFields(field);
        _around.Pop();
        _around.Push(connection);
        return new ObjectOutput(OutputKind.Aggregates, fields) { Field = Of(field) };
    }

    private ConnectionNodesOutput ConnectionNodes(CompiledField field)
    {
        var edge = DomainFile.Stem(field.ParentType.Name, "Connection") + "Edge";
        var row = domain.Bindings[(edge, "node")];
        return row switch
        {
            MemberBinding => new ConnectionNodesOutput(null, null) { Computed = Shape(field, inList: true), Field = Of(field) },
            RowRecordBinding => new ConnectionNodesOutput(null, ObjectFields(field, inList: true)) { Field = Of(field) },
            _ => new ConnectionNodesOutput(NodeSelection(field, inList: true), null) { Field = Of(field) },
        };
    }

    private ConnectionOutput Connection(CompiledField field, ConnectionBinding binding)
    {
        var slot = AddSlot(new ConnectionSlotBinder(field, binding, domain.Model, limits) { Parent = Around, First = FirstOf(field), Conditions = [.. _conditions] });
        return ConnectionOver(field, binding.Source, slot);
    }

    private ConnectionOutput Search(CompiledField field)
    {
        var slot = AddSlot(new SearchSlotBinder(field, domain.Model, limits) { Parent = Around, First = FirstOf(field), Conditions = [.. _conditions] });
        return ConnectionOver(field, new SearchSource(), slot);
    }

    private ConnectionOutput ConnectionOver(CompiledField field, ConnectionSource source, int slot)
    {
        _around.Push(slot);
        var fields = ObjectFields(field);
        _around.Pop();
        return new ConnectionOutput(source, slot, fields)
        {
            NeedsCount = Uses(fields, OutputKind.TotalCount),
            NeedsNext = Uses(fields, OutputKind.HasNextPage),
            NeedsPrevious = Uses(fields, OutputKind.HasPreviousPage),
            Field = Of(field),
        };
    }

    private static bool Uses(Output[] fields, OutputKind kind) =>
        fields.Any(f => f.Kind == kind || (f.Kind is OutputKind.PageInfo or OutputKind.Aggregates && Uses(((ObjectOutput)f).Fields, kind)));

    private Output Computed(CompiledField field, CodeField code)
    {
        // A connection over stored nodes that code chooses pages as any other; its rows have the default order of their table.
        var edge = DomainFile.Stem(field.Definition.Type.Named.Name, "Connection") is { } stem ? stem + "Edge" : null;
        var isNodeList = edge is not null && domain.Bindings[(edge, "node")] is NodeBinding;
        var order = isNodeList ? domain.NodeOrder(field.Definition.Type.Named) : null;
        var slot = AddSlot(new ComputedSlotBinder(field, code, order, domain.Model, limits) { Parent = Around, First = FirstOf(field), Conditions = [.. _conditions] });
        if (isNodeList)
        {
            return ConnectionOver(field, new ComputedSource(code.Computation), slot);
        }

        _around.Push(slot);
        var shape = Shape(field);
        _around.Pop();
        return new ComputedOutput(code.Computation, slot, shape) { Field = Of(field) };
    }

    /// <summary>How a computed value of the field's type is written.</summary>
    private ComputedShape Shape(CompiledField field, bool inList = false)
    {
        var type = field.Definition.Type.Named;
        if (!type.IsCompositeType)
        {
            return ComputedShape.Leaf;
        }

        var isList = inList || IsList(field);
        if (type is not ObjectType o || domain.Model.Kinds.Any(k => k.Name == DomainFile.EnumName(o.Name)))
        {
            return new ComputedShape { Node = NodeSelection(field, isList) };
        }

        var isComputed = _isComputed;
        _isComputed = !domain.IsRecord(o.Name);
        var fields = ObjectFields(field, isList);
        _isComputed = isComputed;
        return domain.IsRecord(o.Name)
            ? new ComputedShape { Record = fields }
            : new ComputedShape { Fields = fields, NeedsCount = Uses(fields, OutputKind.TotalCount) };
    }

    private int Around => _around.TryPeek(out var around) ? around : -1;

    private int FirstOf(CompiledField field)
    {
        var selection = SelectionOf(field);
        if (!_firstSlots.TryGetValue(selection, out var first))
        {
            first = _slots.Count;
            _firstSlots.Add(selection, first);
        }

        return first;
    }

    private int AddSlot(SlotBinder slot)
    {
        _slots.Add(slot);
        return _slots.Count - 1;
    }

    private OutputField Of(CompiledField field) => new(field.Key, field.Condition, field.Definition.Type is NonNullType, [.. _path], SelectionOf(field), field);

    /// <summary>The number of a selection: a place in the document, at a path of the answer. The kinds that a node can be share it.</summary>
    private int SelectionOf(CompiledField field)
    {
        var key = (string.Join('.', _path), field.Node);
        if (!_selections.TryGetValue(key, out var selection))
        {
            selection = _selections.Count;
            _selections.Add(key, selection);
        }

        return selection;
    }

    private static byte[][] Json(IReadOnlyList<string> names) => [.. names.Select(n => Encoding.UTF8.GetBytes($"\"{n}\""))];
}
