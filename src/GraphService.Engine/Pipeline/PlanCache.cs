using System.Collections.Concurrent;

namespace GraphService.Engine.Pipeline;

/// <summary>
/// Plans by the bytes of the query as it came and the operation's name. Only valid documents enter. When it is full it is emptied: plans are
/// cheap to make again, and nobody can fill it with more than its bounds.
/// </summary>
internal sealed class PlanCache(EngineLimits limits)
{
    private readonly ConcurrentDictionary<Key, OperationPlan> _plans = new();
    private long _bytes;

    public int Count => _plans.Count;

    public OperationPlan? Find(ReadOnlyMemory<byte> query, string? operationName) =>
        _plans.TryGetValue(new Key(query, operationName), out var plan) ? plan : null;

    public void Add(ReadOnlyMemory<byte> query, string? operationName, OperationPlan plan)
    {
        if (query.Length > limits.MaxPlanBytes)
        {
            return;
        }

        if (_plans.Count >= limits.MaxPlans || Interlocked.Read(ref _bytes) + query.Length > limits.MaxPlanBytes)
        {
            _plans.Clear();
            Interlocked.Exchange(ref _bytes, 0);
        }

        // The request's buffer is reused: the key keeps a copy.
        if (_plans.TryAdd(new Key(query.ToArray(), operationName), plan))
        {
            Interlocked.Add(ref _bytes, query.Length);
        }
    }

    private readonly struct Key(ReadOnlyMemory<byte> query, string? operationName) : IEquatable<Key>
    {
        private readonly ReadOnlyMemory<byte> _query = query;
        private readonly string? _operationName = operationName;

        public bool Equals(Key other) => _operationName == other._operationName && _query.Span.SequenceEqual(other._query.Span);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            // Seeded per process, so that nobody can prepare colliding queries.
            var hash = new HashCode();
            hash.AddBytes(_query.Span);
            hash.Add(_operationName);
            return hash.ToHashCode();
        }
    }
}
