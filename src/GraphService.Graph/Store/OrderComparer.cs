using GraphService.Graph.Model;

namespace GraphService.Graph.Store;

/// <summary>
/// Compares rows after the terms of an order: the order of an adjacency or of a request. Missing values are last ascending and
/// first descending, texts compare as UTF-8 bytes. Comparing allocates nothing. Rows that agree in all terms are equal.
/// </summary>
public sealed class OrderComparer : IComparer<Step>
{
    private readonly OrderKey[] _keys;

    /// <summary>Prepares the terms for one snapshot, which must stay alive as long as the comparer is used.</summary>
    /// <exception cref="ArgumentException">A term names no property, or a list, which has no order.</exception>
    public OrderComparer(GraphSnapshot graph, IReadOnlyList<OrderTerm> terms)
    {
        _keys = new OrderKey[terms.Count];
        for (var i = 0; i < _keys.Length; i++)
        {
            _keys[i] = OrderKey.Create(graph, terms[i]);
        }
    }

    /// <inheritdoc/>
    public int Compare(Step x, Step y)
    {
        foreach (var key in _keys)
        {
            var order = key.Compare(x, y);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
