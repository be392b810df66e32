using System.Runtime.InteropServices;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>The nodes and relationships in computed values, by what is selected on them, each once: what the next statement asks for.</summary>
internal sealed class ComputedReferences(bool[] conditions)
{
    private readonly Dictionary<NodeSelection, List<int>> _nodes = [];
    private readonly Dictionary<Output[], List<RelationshipRef>> _relationships = [];
    private readonly HashSet<(object, object)> _seen = [];

    public bool IsEmpty => _seen.Count == 0;

    public ReadOnlySpan<int> Nodes(NodeSelection selection) => _nodes.TryGetValue(selection, out var found) ? CollectionsMarshal.AsSpan(found) : default;

    public ReadOnlySpan<RelationshipRef> Relationships(Output[] record) => _relationships.TryGetValue(record, out var found) ? CollectionsMarshal.AsSpan(found) : default;

    /// <summary>Adds what a value refers to where it is selected.</summary>
    public void Add(ComputedShape shape, object? value)
    {
        switch (value)
        {
            case NodeRef node when shape.Node is { } selection:
                AddTo(_nodes, selection, node.Number);
                break;
            case RelationshipRef relationship when shape.Record is { } record:
                AddTo(_relationships, record, relationship);
                break;
            case object?[] members:
                AddMembers(shape.Fields ?? [], members);
                break;
            case List<object?> items:
                foreach (var item in items)
                {
                    Add(shape, item);
                }

                break;
            case ComputedPage page:
                AddPage(shape.Fields ?? [], page);
                break;
        }
    }

    private void AddMembers(Output[] outputs, object?[] members)
    {
        foreach (var output in outputs)
        {
            if (output is MemberOutput member && IsIncluded(output))
            {
                Add(member.Shape, members[member.Member]);
            }
        }
    }

    private void AddPage(Output[] outputs, ComputedPage page)
    {
        foreach (var output in outputs.Where(IsIncluded))
        {
            foreach (var row in page.Rows)
            {
                switch (output)
                {
                    case ConnectionNodesOutput { Computed: { } nodes }:
                        Add(nodes, row[0]);
                        break;
                    case ObjectOutput { Kind: OutputKind.ConnectionEdges } edges:
                        AddMembers(edges.Fields, row);
                        break;
                }
            }
        }
    }

    private bool IsIncluded(Output output) => output.Condition < 0 || conditions[output.Condition];

    private void AddTo<TKey, TValue>(Dictionary<TKey, List<TValue>> all, TKey key, TValue value)
        where TKey : class
        where TValue : struct
    {
        if (_seen.Add((key, value)))
        {
            if (!all.TryGetValue(key, out var list))
            {
                all.Add(key, list = []);
            }

            list.Add(value);
        }
    }
}
