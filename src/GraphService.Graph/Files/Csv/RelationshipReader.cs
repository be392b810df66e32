using System.Text;
using GraphService.Graph.Store.Building;
using GraphService.Graph.Text;

namespace GraphService.Graph.Files.Csv;

/// <summary>Takes records of relationships into a draft whose nodes are all declared.</summary>
internal sealed class RelationshipReader(GraphDraft draft, GraphRecord file, CsvHeader header, int fileIndex)
{
    private readonly EvidenceReader _evidence = new(draft, header);
    private readonly Dictionary<byte[], BoundType> _types = new(Utf8Comparer.Instance);
    private readonly int _startField = header[ColumnRole.Start];
    private readonly int _endField = header[ColumnRole.End];
    private readonly int _typeField = header[ColumnRole.Type];

    /// <summary>Adds what was counted to the draft, after the last record.</summary>
    public void Finish()
    {
        foreach (var bound in _types.Values)
        {
            bound.Served?.CountUnknown();
            bound.Kept?.CountUnknown();
        }
    }

    /// <summary>Takes the record that stands there.</summary>
    public void Read(Position position)
    {
        var start = FindEnd(_startField, position);
        var end = FindEnd(_endField, position);
        if (file[_typeField].IsEmpty)
        {
            draft.Fault(position, _typeField, "the type is empty: give every relationship one");
            return;
        }

        var types = _types.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!types.TryGetValue(file[_typeField], out var bound))
        {
            bound = new BoundType(Encoding.UTF8.GetString(file[_typeField]), draft);
            types[file[_typeField]] = bound;
        }

        CheckEnd(bound.Type, start, _startField, isStart: true, position);
        CheckEnd(bound.Type, end, _endField, isStart: false, position);
        var isServed = bound.Type.Type is not null && IsKnown(start) && IsKnown(end);
        var type = isServed ? bound.Type : draft.TypeOf(bound.Type.Name, isServed: false);
        var binding = isServed ? bound.Served ??= Bind(type) : bound.Kept ??= Bind(type);
        var row = type.Append(start, end, position);
        binding.Append(file, row, position);
        _evidence.Append(file, type, position, areSourcesKnown: true);
        if (isServed)
        {
            AppendReference(type, start, binding, position);
        }
    }

    private int FindEnd(int field, Position position)
    {
        var id = file[field];
        var node = draft.FindNode(id);
        if (node < 0 && id.IsEmpty)
        {
            draft.Fault(position, field, "the id is empty: a relationship needs a start and an end");
        }
        else if (node < 0 && !draft.HasUnreadNodes)
        {
            draft.Fault(position, field, $"no node has the id {Quoted.Text(id)}: declare it, or correct the id");
        }

        return node;
    }

    private void CheckEnd(DraftType type, int node, int field, bool isStart, Position position)
    {
        if (node >= 0 && !type.Accepts(draft.LabelsOf(node), isStart))
        {
            var wanted = isStart ? type.Type!.From : type.Type!.To;
            draft.Fault(position, field, $"{type.Name} cannot {(isStart ? "start" : "end")} at {Quoted.Text(file[field])}, "
                + $"which is {draft.LabelsOf(node).Noun}: it {(isStart ? "starts" : "ends")} at {Article.With(LabelSet.List(wanted, "or"))}");
        }
    }

    /// <summary>False for nodes with unknown labels. Nodes that were refused count as known: they are not reported twice.</summary>
    private bool IsKnown(int node) => node < 0 || draft.LabelsOf(node) is { Table: not null } or { Refusal: not null };

    private void AppendReference(DraftType type, int start, RowBinding binding, Position position)
    {
        var property = type.Type!.Properties.FirstOrDefault(p => p.References is not null);
        if (property is null)
        {
            return;
        }

        var field = binding.FieldOf(property.Name);
        var id = field < 0 ? default : file[field];
        var node = draft.FindNode(id);
        type.References.Add(node);
        if (node < 0 && !id.IsEmpty && !draft.HasUnreadNodes)
        {
            draft.Fault(position, field, $"no node has the id {Quoted.Text(id)}: {property.Name} is the id of {Article.With(property.References!)}");
        }
        else if (node >= 0 && draft.LabelsOf(node) is { Refusal: null } labels && !labels.Labels.Contains(property.References))
        {
            draft.Fault(position, field, $"{Quoted.Text(id)} is {labels.Noun}: {property.Name} is the id of {Article.With(property.References!)}");
        }
        else if (node >= 0 && start >= 0 && node != start && draft.LabelsOf(start) is { Refusal: null } starting && starting.Labels.Contains(property.References!))
        {
            draft.Fault(position, field, $"{property.Name} is given, but {type.Name} starts at {Article.With(property.References!)} itself: leave {property.Name} empty there");
        }
    }

    private RowBinding Bind(DraftType type) => new(draft, type, header, null, type.Name,
        (column, message) => draft.Fault(new Position(fileIndex, 1), column, message));

    /// <summary>A type with its bindings, made when first needed.</summary>
    private sealed class BoundType(string name, GraphDraft draft)
    {
        public DraftType Type { get; } = draft.TypeOf(name, isServed: draft.Model.RelationshipTypes.Any(t => t.Name == name));

        public RowBinding? Served { get; set; }

        public RowBinding? Kept { get; set; }
    }
}
