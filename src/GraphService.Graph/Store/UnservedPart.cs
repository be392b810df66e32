using System.Runtime.InteropServices;

namespace GraphService.Graph.Store;

/// <summary>
/// What the files hold and the model does not know: labels, types and properties. It is kept as the files wrote it, so that an
/// export can write it again.
/// </summary>
public sealed class UnservedPart
{
    /// <summary>Nothing is unserved.</summary>
    public static UnservedPart None { get; } = new()
    {
        Headers = [], LabelSets = [], Types = [], Nodes = default, Relationships = default,
        NodeEvidence = null, RelationshipEvidence = null, OnNodes = default, OnRelationships = default,
    };

    /// <summary>Headers of unknown properties with their types: <c>height:float</c>.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>Label sets as written: <c>Studio;Company</c>.</summary>
    public required IReadOnlyList<string> LabelSets { get; init; }

    /// <summary>Names of the types of <see cref="Relationships"/>.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Nodes with no known label, by id.</summary>
    public required Section<UnservedNode> Nodes { get; init; }

    /// <summary>Relationships of unknown types, and those of known types that have an end among <see cref="Nodes"/>.</summary>
    public required Section<UnservedRelationship> Relationships { get; init; }

    /// <summary>By place in <see cref="Nodes"/>; null when there are none.</summary>
    public required EvidenceColumn? NodeEvidence { get; init; }

    /// <summary>By place in <see cref="Relationships"/>; null when there are none.</summary>
    public required EvidenceColumn? RelationshipEvidence { get; init; }

    /// <summary>Unknown labels and properties of served nodes, by node number.</summary>
    public required Section<UnservedValues> OnNodes { get; init; }

    /// <summary>Unknown properties of served relationships, by relationship number.</summary>
    public required Section<UnservedValues> OnRelationships { get; init; }

    /// <summary>Reads a record of properties: headers and values as written.</summary>
    public IEnumerable<KeyValuePair<string, string>> Properties(GraphSnapshot graph, TextRef record)
    {
        var offset = 0;
        while (!record.IsNull && offset < record.Length)
        {
            var bytes = graph.Text(record)[offset..];
            var header = MemoryMarshal.Read<int>(bytes);
            var length = MemoryMarshal.Read<int>(bytes[sizeof(int)..]);
            yield return new(Headers[header], System.Text.Encoding.UTF8.GetString(bytes.Slice(2 * sizeof(int), length)));
            offset += (2 * sizeof(int)) + length;
        }
    }
}

/// <summary>A node with no known label.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Labels">Place in <see cref="UnservedPart.LabelSets"/>.</param>
/// <param name="Properties">A record for <see cref="UnservedPart.Properties"/>.</param>
public readonly record struct UnservedNode(TextRef Id, int Labels, TextRef Properties);

/// <summary>A relationship that is kept but not served.</summary>
/// <param name="Start">The id of its start.</param>
/// <param name="End">The id of its end.</param>
/// <param name="Type">Place in <see cref="UnservedPart.Types"/>.</param>
/// <param name="Properties">A record for <see cref="UnservedPart.Properties"/>.</param>
public readonly record struct UnservedRelationship(TextRef Start, TextRef End, int Type, TextRef Properties);

/// <summary>What the model does not know about a served node or relationship.</summary>
/// <param name="Owner">Its number.</param>
/// <param name="Labels">All labels of a node as written, a place in <see cref="UnservedPart.LabelSets"/>; -1 when all are known.</param>
/// <param name="Properties">A record for <see cref="UnservedPart.Properties"/>.</param>
public readonly record struct UnservedValues(int Owner, int Labels, TextRef Properties);
