namespace GraphService.Graph.Algorithms;

/// <summary>Keeps the working memory of searches between them; at most one per processor, since a search never waits.</summary>
internal sealed class StatePool<T>(Func<T> create)
    where T : class
{
    private readonly Stack<T> _idle = new(Environment.ProcessorCount);

    public T Rent()
    {
        lock (_idle)
        {
            if (_idle.TryPop(out var state))
            {
                return state;
            }
        }

        return create();
    }

    public void Return(T state)
    {
        lock (_idle)
        {
            if (_idle.Count < Environment.ProcessorCount)
            {
                _idle.Push(state);
            }
        }
    }
}
