using GraphService.Graph.Algorithms;

namespace GraphService.Graph.Tests.Algorithms;

public sealed class KeptResultsTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly ManualResetEventSlim _gate = new();
    private readonly List<string> _begun = [];
    private CancellationToken _ended;

    [Fact]
    public async Task Whoever_asks_at_the_same_time_waits_for_one_computation()
    {
        var results = new KeptResults<int, string>(2);
        var asking = Enumerable.Range(0, 8).Select(_ => Ask(results, 1)).ToArray();
        _gate.Set();
        Assert.All(await Task.WhenAll(asking), result => Assert.Equal("result 1", result));
        Assert.Equal(["result 1"], _begun);
    }

    [Fact]
    public async Task The_end_of_a_request_ends_its_wait_and_the_next_finds_the_result()
    {
        var results = new KeptResults<int, string>(2);
        using var request = new CancellationTokenSource();
        var first = Ask(results, 1, request.Token);
        Assert.True(SpinWait.SpinUntil(() => Begun == 1, Long));
        await request.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _gate.Set();
        Assert.Equal("result 1", await Ask(results, 1));
        Assert.Equal(1, Begun);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task What_nobody_waits_for_any_more_ends_unless_it_stays(int key, bool goesOn)
    {
        var results = new KeptResults<int, string>(2, stays: k => k == 2, forsaken: TimeSpan.Zero);
        using var request = new CancellationTokenSource();
        var first = Ask(results, key, request.Token);
        Assert.True(SpinWait.SpinUntil(() => Begun == 1, Long));
        await request.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(goesOn, !_ended.IsCancellationRequested);
        _gate.Set();
        Assert.Equal($"result {key}", await Ask(results, key));
        Assert.Equal(goesOn ? 1 : 2, Begun);
    }

    [Fact]
    public async Task Results_that_stay_are_not_given_up_for_others()
    {
        _gate.Set();
        var results = new KeptResults<int, string>(2, stays: k => k == 1);
        foreach (var key in new[] { 1, 2, 3, 1 })
        {
            Assert.Equal($"result {key}", await Ask(results, key));
        }

        Assert.Equal(["result 1", "result 2", "result 3"], _begun);
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_not_begun()
    {
        var results = new KeptResults<int, string>(2);
        var running = Ask(results, 1);
        Assert.True(SpinWait.SpinUntil(() => Begun == 1, Long));
        using var request = new CancellationTokenSource();
        var second = Ask(results, 2, request.Token);
        await request.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        _gate.Set();
        Assert.Equal("result 1", await running);
        Assert.Equal("result 3", await Ask(results, 3));
        Assert.Equal(["result 1", "result 3"], _begun);
    }

    [Fact]
    public async Task The_results_used_last_are_kept()
    {
        _gate.Set();
        var results = new KeptResults<int, string>(2);
        foreach (var key in new[] { 1, 2, 1, 3, 1, 2 })
        {
            Assert.Equal($"result {key}", await Ask(results, key));
        }

        Assert.Equal(["result 1", "result 2", "result 3", "result 2"], _begun);
    }

    [Fact]
    public async Task A_further_one_waits_until_there_is_room()
    {
        var results = new KeptResults<int, string>(1);
        var first = Ask(results, 1);
        Assert.True(SpinWait.SpinUntil(() => Begun == 1, Long));
        var second = Ask(results, 2);
        _gate.Set();
        Assert.Equal("result 1", await first);
        Assert.Equal("result 2", await second);
    }

    [Fact]
    public async Task A_failure_is_told_and_not_kept()
    {
        _gate.Set();
        var results = new KeptResults<int, string>(2);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Task.Run(() => results.Get(1, _ => throw new InvalidOperationException("No room."), CancellationToken.None)));
        Assert.Equal("No room.", failure.Message);
        Assert.Equal("result 1", await Ask(results, 1));
    }

    [Fact]
    public async Task When_the_graph_is_replaced_what_nobody_waits_for_ends()
    {
        var results = new KeptResults<int, string>(2);
        using var request = new CancellationTokenSource();
        var first = Ask(results, 1, request.Token);
        Assert.True(SpinWait.SpinUntil(() => Begun == 1, Long));
        await request.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(_ended.IsCancellationRequested);
        results.Retire();
        Assert.True(SpinWait.SpinUntil(() => _ended.IsCancellationRequested, Long));
    }

    [Fact]
    public async Task When_the_graph_is_replaced_what_a_request_waits_for_is_finished()
    {
        var results = new KeptResults<int, string>(2);
        using var impatient = new CancellationTokenSource();
        var (patient, other) = (Ask(results, 1), Ask(results, 1, impatient.Token));
        Assert.True(SpinWait.SpinUntil(() => Begun == 1, Long));
        results.Retire();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);
        Assert.False(_ended.IsCancellationRequested);
        _gate.Set();
        Assert.Equal("result 1", await patient);
    }

    [Fact]
    public async Task After_the_graph_was_replaced_the_last_to_wait_ends_the_computation()
    {
        var results = new KeptResults<int, string>(2);
        using var request = new CancellationTokenSource();
        var only = Ask(results, 1, request.Token);
        Assert.True(SpinWait.SpinUntil(() => Begun == 1, Long));
        results.Retire();
        Assert.False(_ended.IsCancellationRequested);
        await request.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => only);
        Assert.True(_ended.IsCancellationRequested);
    }

    public void Dispose()
    {
        _gate.Set();
        _gate.Dispose();
    }

    private int Begun
    {
        get
        {
            lock (_begun)
            {
                return _begun.Count;
            }
        }
    }

    private Task<string> Ask(KeptResults<int, string> results, int key, CancellationToken cancel = default) =>
        Task.Factory.StartNew(() => results.Get(key, ended => Compute(key, ended), cancel), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private string Compute(int key, CancellationToken ended)
    {
        lock (_begun)
        {
            _begun.Add($"result {key}");
        }

        _ended = ended;
        _gate.Wait(ended);
        return $"result {key}";
    }
}
