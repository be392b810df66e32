using System.Text;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;

namespace GraphService.Neo4j.Projection;

/// <summary>Takes the served relationships, grouped by their start: the start's key, then pairs of the end's key and the type.</summary>
internal sealed class RelationshipRows(GraphModel model, NodeRows nodes, int[] numbers) : IRowSink
{
    private readonly byte[][] _types = [.. model.RelationshipTypes.Where(t => !t.IsHidden).Select(t => Encoding.UTF8.GetBytes(t.Name))];
    private readonly List<(int Start, Neighbor End)> _relationships = [];
    private int _start;
    private int _end;
    private int _depth;

    /// <summary>Makes the whole topology; the rows' memory is given back.</summary>
    public Topology Build(int nodeCount)
    {
        var builder = new WholeBuilder(nodeCount);
        for (var node = 0; node < nodeCount; node++)
        {
            builder.AddNode(node);
        }

        builder.AddRelationships(add =>
        {
            foreach (var (start, end) in _relationships)
            {
                add(start, end.Node, end.Type);
            }
        });
        _relationships.Clear();
        _relationships.Capacity = 0;
        return builder.Build();
    }

    /// <inheritdoc/>
    public void Restart() => _relationships.Clear();

    /// <inheritdoc/>
    public void BeginRow(int columns) => _depth = 0;

    /// <inheritdoc/>
    public void EndRow()
    {
    }

    /// <inheritdoc/>
    public void Null()
    {
    }

    /// <inheritdoc/>
    public void Bool(bool value)
    {
    }

    /// <inheritdoc/>
    public void Double(double value)
    {
    }

    /// <inheritdoc/>
    public void Int(long value)
    {
        var number = nodes.RowOf(value) is >= 0 and var row ? numbers[row] : -1;
        if (_depth == 0)
        {
            _start = number;
        }
        else
        {
            _end = number;
        }
    }

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        for (var type = 0; type < _types.Length; type++)
        {
            if (utf8.SequenceEqual(_types[type]))
            {
                if (_start >= 0 && _end >= 0)
                {
                    _relationships.Add((_start, new Neighbor(_end, type)));
                }

                return;
            }
        }
    }

    /// <inheritdoc/>
    public void BeginList(int count) => _depth++;

    /// <inheritdoc/>
    public void EndList() => _depth--;
}
