using GraphService.Graph.Algorithms;

namespace GraphService.Neo4j.Projection;

/// <summary>Takes the relationships of the walk, grouped by their near node: the near node's key, then pairs of the far node's key and the type.</summary>
internal sealed class RelationshipRows(TopologyModel model, NodeRows nodes, int[] numbers) : IRowSink
{
    private readonly byte[][] _types = [.. model.Types.Select(t => System.Text.Encoding.UTF8.GetBytes(t.Name))];
    private readonly List<(int Near, int Far, int Type)> _relationships = [];
    private int _near;
    private int _far;
    private int _depth;

    public int Count => _relationships.Count;

    public void AddTo(TopologyBuilder builder)
    {
        foreach (var (near, far, type) in _relationships)
        {
            builder.AddRelationship(near, far, type);
        }
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
            _near = number;
        }
        else
        {
            _far = number;
        }
    }

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        for (var type = 0; type < _types.Length; type++)
        {
            if (utf8.SequenceEqual(_types[type]))
            {
                if (_near >= 0 && _far >= 0)
                {
                    _relationships.Add((_near, _far, type));
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
