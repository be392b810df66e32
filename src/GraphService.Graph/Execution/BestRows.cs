using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>
/// Keeps the first rows (or the last) under an order of all that are offered, in a window's buffer: a binary heap with the worst kept row on top. O(1) for
/// most rows of a long list, O(log size) for one that is kept.
/// </summary>
internal ref struct BestRows(Window window, int size, Comparison<Step> order, bool keepsLast)
{
    private int _count;

    /// <summary>How many rows are kept.</summary>
    public readonly int Count => _count;

    /// <summary>Keeps a row while it is among the best.</summary>
    public void Offer(Step row)
    {
        if (_count < size)
        {
            window.Add(ref _count, row);
            MoveUp(_count - 1);
        }
        else if (size > 0 && IsWorse(window.Buffer[0], row))
        {
            window.Buffer[0] = row;
            MoveDown(0);
        }
    }

    private readonly void MoveUp(int place)
    {
        var heap = window.Buffer;
        while (place > 0 && (place - 1) / 2 is var parent && IsWorse(heap[place], heap[parent]))
        {
            (heap[place], heap[parent]) = (heap[parent], heap[place]);
            place = parent;
        }
    }

    private readonly void MoveDown(int place)
    {
        var heap = window.Buffer;
        while ((2 * place) + 1 is var child && child < _count)
        {
            if (child + 1 < _count && IsWorse(heap[child + 1], heap[child]))
            {
                child++;
            }

            if (!IsWorse(heap[child], heap[place]))
            {
                return;
            }

            (heap[place], heap[child]) = (heap[child], heap[place]);
            place = child;
        }
    }

    private readonly bool IsWorse(Step row, Step other) => keepsLast ? order(row, other) < 0 : order(row, other) > 0;
}
