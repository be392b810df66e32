namespace GraphService.Neo4j.Loading;

/// <summary>
/// Runs the statements of an import, again when the server was away or its answer was lost: each of them does nothing where it has been done already.
/// </summary>
internal sealed class Statements(ICypherClient client, TimeProvider time)
{
    /// <summary>For what may take as long as it needs.</summary>
    public static readonly TimeSpan NoTimeout = Timeout.InfiniteTimeSpan;

    private static readonly TimeSpan UsualTimeout = TimeSpan.FromMinutes(10);

    // About a minute in all: a server that is restarted is back by then.
    private static readonly double[] Delays = [0.25, 0.5, 1, 2, 4, 8, 15, 30];
    private bool _hasAnswered;

    /// <summary>The rows of a short answer.</summary>
    public async Task<SmallAnswer> AskAsync(CypherStatement statement, ICypherParameters parameters, CancellationToken cancel, TimeSpan? timeout = null)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var answer = new SmallAnswer();
                await client.RunAsync(statement, parameters, answer, new CypherRun(AccessMode.Write, timeout ?? UsualTimeout), cancel);
                _hasAnswered = true;
                return answer;
            }
            catch (CypherException failure) when (IsPassing(failure) && attempt < Delays.Length)
            {
                await Task.Delay(TimeSpan.FromSeconds(Delays[attempt]), time, cancel);
            }
        }
    }

    // A server that never answered is more likely not there than away.
    private bool IsPassing(CypherException failure) => _hasAnswered && failure.Failure is CypherFailure.Unavailable or CypherFailure.OutcomeUnknown;
}
