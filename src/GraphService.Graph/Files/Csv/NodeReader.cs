using GraphService.Graph.Store.Building;
using GraphService.Graph.Text;

namespace GraphService.Graph.Files.Csv;

/// <summary>Takes records of nodes into a draft.</summary>
internal sealed class NodeReader(GraphDraft draft, GraphRecord file, CsvHeader header, int fileIndex)
{
    private const int MaxId = 500;
    private readonly EvidenceReader _evidence = new(draft, header);
    private readonly Dictionary<int, RowBinding> _bindings = [];

    /// <summary>Adds what was counted to the draft, after the last record.</summary>
    public void Finish()
    {
        foreach (var binding in _bindings.Values)
        {
            binding.CountUnknown();
        }
    }

    /// <summary>Takes the record that stands there.</summary>
    public void Read(Position position)
    {
        var idField = header[ColumnRole.Id];
        var id = file[idField];
        if (IdRefusal(id) is { } refusal)
        {
            if (file.IsSound)
            {
                draft.Fault(position, idField, refusal);
            }

            draft.HasUnreadNodes |= !file.IsSound;
            return;
        }

        var node = draft.Mention(id);
        if (draft.Node(node).IsDeclared)
        {
            var first = draft.PositionOf(node);
            draft.Fault(position, idField, $"the node {Quoted.Text(id)} is declared twice, first in "
                + $"{draft.Files[first.File].Name}:{first.Line}: remove one, or give it another id");
            return;
        }

        ReadNode(node, position);
    }

    private void ReadNode(int node, Position position)
    {
        var labelField = header[ColumnRole.Label];
        var index = file.IsSound ? draft.LabelSetOf(file[labelField]) : 0;
        var row = draft.Declare(node, index, position);
        var labels = draft.LabelSets[index];
        if (labels.Refusal is { } refusal)
        {
            if (file.IsSound)
            {
                draft.Fault(position, labelField, refusal);
            }

            return;
        }

        if (!_bindings.TryGetValue(index, out var binding))
        {
            binding = Bind(labels);
            _bindings.Add(index, binding);
        }

        var table = draft.TableOf(labels);
        binding.Append(file, row, position);
        _evidence.Append(file, table, position, areSourcesKnown: false);
        if (labels.Table is { } known)
        {
            NameLimits.Check(draft, known, binding, file, position);
        }
    }

    private RowBinding Bind(LabelSet labels)
    {
        var owner = labels.Kind?.Labels[^1] ?? labels.Table?.Label ?? (labels.Text.Length == 0 ? "unlabeled node" : labels.Text);
        return new RowBinding(draft, draft.TableOf(labels), header, labels, owner,
            (column, message) => draft.Fault(new Position(fileIndex, 1), column, message));
    }

    private static string? IdRefusal(ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
        {
            return "the id is empty: give every node one";
        }

        if (id.Length > MaxId && CharacterCount.Of(id) is var length and > MaxId)
        {
            return $"the id has {length} characters: {MaxId} at most";
        }

        return HasControl(id) ? $"the id {Quoted.Text(id)} has a control character: remove it" : null;
    }

    private static bool HasControl(ReadOnlySpan<byte> id)
    {
        // C0, DEL, and C1, which UTF-8 writes as C2 80 to C2 9F.
        if (id.ContainsAnyInRange((byte)0, (byte)0x1F) || id.Contains((byte)0x7F))
        {
            return true;
        }

        for (var i = 0; i < id.Length - 1; i++)
        {
            if (id[i] == 0xC2 && id[i + 1] < 0xA0)
            {
                return true;
            }
        }

        return false;
    }
}
