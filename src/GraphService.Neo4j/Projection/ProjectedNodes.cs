using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;

namespace GraphService.Neo4j.Projection;

/// <summary>The served nodes of a generation by the topology's numbers: ids, kinds and the properties of the default orders, in flat arrays.</summary>
internal sealed class ProjectedNodes : NumberedNodes
{
    private readonly GraphModel _model;
    private readonly TextColumn _ids;
    private readonly byte[] _kinds;
    private readonly TextColumn?[] _texts;
    private readonly int[]?[] _ints;
    private readonly int[] _rows;
    private readonly int[] _ranks;

    /// <param name="model">What the graph holds.</param>
    /// <param name="rows">The nodes in the order in which they came.</param>
    internal ProjectedNodes(GraphModel model, NodeRows rows)
    {
        _model = model;
        (_ids, _kinds, _texts, _ints) = (rows.Ids, rows.Kinds, rows.Texts, rows.Ints);
        _rows = [.. Enumerable.Range(0, rows.Count)];
        Array.Sort(_rows, (a, b) => _ids[a].SequenceCompareTo(_ids[b]));
        _ranks = RankAll();
    }

    public override int Count => _rows.Length;

    public override ReadOnlyMemory<int> Ranks => _ranks;

    /// <summary>Bytes of the arrays.</summary>
    public long Bytes => _ids.Bytes + _kinds.Length + (8L * _rows.Length) + _texts.Sum(t => t?.Bytes ?? 0) + _ints.Sum(i => 4L * (i?.Length ?? 0));

    public override ReadOnlySpan<byte> Id(int number) => _ids[_rows[number]];

    public override NodeKind Kind(int number) => _model.Kinds[_kinds[_rows[number]]];

    public override ReadOnlySpan<byte> Text(int number, Property property) => _texts[PlaceOf(number, property)]![_rows[number]];

    public override int? Int(int number, Property property) =>
        _ints[PlaceOf(number, property)]![_rows[number]] is not NodeRows.MissingInt and var value ? value : null;

    public override int Find(ReadOnlySpan<byte> id) => PlaceOf(id) is >= 0 and var number ? number : -1;

    public override long[] CountByTable()
    {
        var counts = new long[_model.Tables.Count];
        foreach (var kind in _kinds)
        {
            counts[_model.Kinds[kind].Table.Index]++;
        }

        return counts;
    }

    /// <summary>By row, in the order in which nodes came: the number.</summary>
    public int[] NumbersByRow()
    {
        var numbers = new int[_rows.Length];
        for (var number = 0; number < numbers.Length; number++)
        {
            numbers[_rows[number]] = number;
        }

        return numbers;
    }

    private int PlaceOf(int number, Property property)
    {
        var order = Kind(number).Table.DefaultOrder;
        for (var place = 0; place < order.Count; place++)
        {
            if (order[place] == property)
            {
                return place;
            }
        }

        throw new ArgumentException($"The projection does not hold the property {property.Name}.", nameof(property));
    }

    /// <summary>The places in the tables' default orders: missing integers last, ties by id.</summary>
    private int[] RankAll()
    {
        var ranks = new int[_rows.Length];
        foreach (var table in Enumerable.Range(0, _rows.Length).GroupBy(n => Kind(n).Table))
        {
            var numbers = table.ToArray();
            Array.Sort(numbers, (a, b) => Compare(table.Key, a, b));
            for (var rank = 0; rank < numbers.Length; rank++)
            {
                ranks[numbers[rank]] = rank;
            }
        }

        return ranks;
    }

    private int Compare(NodeTable table, int a, int b)
    {
        for (var place = 0; place < table.DefaultOrder.Count; place++)
        {
            var compared = table.DefaultOrder[place].Type == PropertyType.Int
                ? Ordered(_ints[place]![_rows[a]]).CompareTo(Ordered(_ints[place]![_rows[b]]))
                : _texts[place]![_rows[a]].SequenceCompareTo(_texts[place]![_rows[b]]);
            if (compared != 0)
            {
                return compared;
            }
        }

        return a.CompareTo(b);
    }

    private static long Ordered(int value) => value == NodeRows.MissingInt ? long.MaxValue : value;
}
