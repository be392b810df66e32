using GraphService.Engine.Pipeline;
using GraphService.Engine.Schema;
using GraphService.Films;
using GraphService.Graph;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Transport;
using GraphService.Neo4j.Cypher;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>Compiles requests of the film domain without a database: the store that the engine hands them to only keeps them.</summary>
internal sealed class Compiler
{
    private static readonly Domain Domain = FilmDomain.Create();

    private readonly KeepingStore _store = new();
    private readonly QueryEngine _engine;

    public Compiler() => _engine = new QueryEngine(Domain, _store, new EngineLimits { MaxFilterSize = 100_000 });

    /// <summary>The statements of a request, each with its values.</summary>
    public IReadOnlyList<Compiled> Compile(string query, string? variables = null)
    {
        using var request = GraphQLRequest.Create(query, null, variables);
        using var response = ResponseWriter.Rent();
        if (_engine.Explain(request, response) is null || _store.Kept is not { } kept)
        {
            throw new ArgumentException($"{response}\n{query}\n{variables}", nameof(query));
        }

        _store.Kept = null;
        return [.. OperationStages.Of(kept.Operation).Stages.Select(s => Compile(s, kept))];
    }

    /// <summary>The statement of a request that takes only one.</summary>
    public Compiled One(string query, string? variables = null) => Assert.Single(Compile(query, variables));

    /// <summary>Bytes that gathering a request's values allocates, after the first time.</summary>
    public long AllocatedByGathering(string query, string variables)
    {
        Compile(query, variables);
        using var request = GraphQLRequest.Create(query, null, variables);
        using var response = ResponseWriter.Rent();
        _engine.Explain(request, response);
        var kept = _store.Kept!.Value;
        var stage = OperationStages.Of(kept.Operation).Stages[0];
        var before = 0L;
        for (var i = 0; i < 3; i++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            ParameterGatherer.Gather(stage, kept.Slots, kept.Conditions, new StatementParameters());
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Compiled Compile(StatementStage stage, GraphRequest request)
    {
        var parameters = new StatementParameters();
        ComputedLists.AddEmpty(stage, parameters);
        var shape = ParameterGatherer.Gather(stage, request.Slots, request.Conditions, parameters);
        var statement = StatementCompiler.Compile(Domain.Model, stage, request.Slots, request.Conditions, parameters);
        return new Compiled(statement, shape, parameters);
    }

    private sealed class KeepingStore : IGraphStore<ResponseSink>
    {
        public GraphRequest? Kept { get; set; }

        public ValueTask<IGraphExecution<ResponseSink>> BeginAsync(GraphRequest request, ResponseSink sink, CancellationToken cancel) =>
            throw new NotSupportedException();

        public IReadOnlyList<string> Explain(GraphRequest request)
        {
            Kept = request;
            return [];
        }
    }
}

/// <summary>A statement with its shape and values.</summary>
internal sealed record Compiled(CompiledStatement Statement, StatementShape Shape, StatementParameters Parameters)
{
    public string Text => Statement.On(GraphSlot.A).Text;

    /// <summary>For people: subqueries on lines of their own, and the values below.</summary>
    public string Readable => $"{ReadableCypher.Of(Text)}\n// $p: {{{Parameters.Describe()}}}\n";
}
