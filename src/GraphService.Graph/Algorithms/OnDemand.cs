namespace GraphService.Graph.Algorithms;

/// <summary>A value that is made when it is first needed, by one thread while others wait. Unlike <see cref="Lazy{T}"/> it forgets a failure: who asks next tries again.</summary>
internal sealed class OnDemand<T>(Func<T> make)
    where T : class
{
    private readonly Lock _lock = new();
    private T? _value;

    /// <summary>The value, if it was made.</summary>
    public T? Made => Volatile.Read(ref _value);

    /// <summary>The value.</summary>
    public T Value
    {
        get
        {
            if (Made is { } made)
            {
                return made;
            }

            lock (_lock)
            {
                return _value ??= make();
            }
        }
    }
}
