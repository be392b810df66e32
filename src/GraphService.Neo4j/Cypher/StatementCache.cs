using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Compiled statements, by stage and shape. A client can make up shapes without end, so that all of them together are bounded by what they take: when the
/// newer half is full it becomes the older one, and what nobody has asked of that one since is forgotten. Those of a plan that is forgotten go with it.
/// </summary>
internal sealed class StatementCache(long maxBytes = StatementCache.DefaultBytes)
{
    /// <summary>A longer text is compiled each time: it is rare, and takes the database longer than the compiler.</summary>
    public const int MaxLength = 256 * 1024;

    private const long DefaultBytes = 64 * 1024 * 1024;
    private const int FixedBytes = 1024;

    private readonly Lock _adding = new();
    private volatile Half _newer = new();
    private volatile Half _older = new();

    /// <summary>The statement for a shape; compiled when it is not known.</summary>
    public CompiledStatement Find(StatementStage stage, StatementShape shape, Func<CompiledStatement> compile)
    {
        if (_newer.Find(stage, shape) is { } known)
        {
            return known;
        }

        var statement = _older.Find(stage, shape) ?? compile();
        if (statement.Length <= MaxLength)
        {
            Add(stage, shape, statement);
        }

        return statement;
    }

    /// <summary>Whether a statement is kept.</summary>
    public bool Has(StatementStage stage, StatementShape shape) => (_newer.Find(stage, shape) ?? _older.Find(stage, shape)) is not null;

    private void Add(StatementStage stage, StatementShape shape, CompiledStatement statement)
    {
        // The template and a text, and the layout, which is about as large.
        var bytes = FixedBytes + shape.Length + (4L * statement.Length);
        lock (_adding)
        {
            if (_newer.Bytes > 0 && _newer.Bytes + bytes > maxBytes / 2)
            {
                _older = _newer;
                _newer = new Half();
            }

            _newer.Add(stage, shape, statement, bytes);
        }
    }

    private sealed class Half
    {
        private readonly ConditionalWeakTable<StatementStage, ConcurrentDictionary<StatementShape, CompiledStatement>> _statements = [];

        public long Bytes { get; private set; }

        public CompiledStatement? Find(StatementStage stage, StatementShape shape) =>
            _statements.TryGetValue(stage, out var byShape) && byShape.TryGetValue(shape, out var statement) ? statement : null;

        public void Add(StatementStage stage, StatementShape shape, CompiledStatement statement, long bytes)
        {
            if (_statements.GetValue(stage, static _ => new()).TryAdd(shape, statement))
            {
                Bytes += bytes;
            }
        }
    }
}
