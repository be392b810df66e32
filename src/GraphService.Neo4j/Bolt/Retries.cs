using GraphService.Neo4j.Bolt.Connections;
using GraphService.Neo4j.Bolt.Routing;

namespace GraphService.Neo4j.Bolt;

/// <summary>A call of the client, over all of its attempts.</summary>
internal sealed class Call(AccessMode mode, long deadline)
{
    public AccessMode Mode => mode;

    public long Deadline => deadline;

    /// <summary>The number of the attempt, from 1.</summary>
    public int Attempt { get; set; }

    /// <summary>How far the attempt came.</summary>
    public RunProgress Progress { get; set; }

    /// <summary>Where it was made.</summary>
    public ServerAddress Server { get; set; }

    /// <summary>When the first attempt failed.</summary>
    public long? FirstFailure { get; set; }

    /// <summary>Whether it was already run again because of bookmarks: that is done once.</summary>
    public bool DroppedBookmarks { get; set; }
}

/// <summary>
/// Decides about an attempt that failed: whether it is made again, and what the caller is told when not. Reads are run again when it may help; writes only when
/// it is sure that nothing was done.
/// </summary>
internal sealed class Retries(ConnectionSettings settings, Servers servers, Bookmarks bookmarks)
{
    private const int FirstDelay = 100;
    private const int LongestDelay = 2000;

    /// <summary>After how many milliseconds to try again.</summary>
    /// <exception cref="CypherException">It is not tried again.</exception>
    public int Judge(Call call, Exception failure)
    {
        var again = failure switch
        {
            ServerFailureException refused => Again(call, refused.Code),
            ConnectionLostException lost => Again(call, lost.Loss),
            _ => false,
        };
        var delay = (int)(Math.Min(LongestDelay, FirstDelay << Math.Min(call.Attempt - 1, 10)) * (0.8 + (0.4 * Random.Shared.NextDouble())));
        var now = settings.Time.Milliseconds();
        call.FirstFailure ??= now;
        var until = Math.Min(call.Deadline, Clock.Add(call.FirstFailure.Value, (long)settings.Options.RetryFor.TotalMilliseconds));
        if (!again || now + delay >= until)
        {
            throw Explain(call, failure);
        }

        settings.Log.Retry(call.Attempt, call.Server, delay, failure.Message);
        return delay;
    }

    private bool Again(Call call, ConnectionLoss loss)
    {
        if (loss == ConnectionLoss.Deadline)
        {
            return false;
        }

        servers.Forget(call.Server);
        return call.Mode == AccessMode.Read || call.Progress == RunProgress.NotSent;
    }

    private bool Again(Call call, string code)
    {
        var remedy = FailureCodes.MeaningOf(code).Remedy;
        var possible = Apply(remedy, call);
        return possible
            && (call.Mode == AccessMode.Read || call.Progress == RunProgress.NotSent || FailureCodes.SaysNothingHappened(code, call.Progress > RunProgress.Sent));
    }

    /// <summary>Does what must be done in any case; whether running it again then may help.</summary>
    private bool Apply(Remedy remedy, Call call)
    {
        switch (remedy)
        {
            case Remedy.Again:
                return true;
            case Remedy.AnotherServer:
                servers.Forget(call.Server);
                return true;
            case Remedy.AnotherWriter:
                return servers.ForgetWriter(call.Server);
            case Remedy.NewLogin:
                servers.ExpireConnections();
                return true;
            case Remedy.WithoutBookmarks:
                bookmarks.Forget();
                var first = !call.DroppedBookmarks;
                call.DroppedBookmarks = true;
                return first;
            default:
                return false;
        }
    }

    private static CypherException Explain(Call call, Exception failure)
    {
        var unknown = call.Mode == AccessMode.Write && call.Progress != RunProgress.NotSent;
        switch (failure)
        {
            case ServerFailureException { Code: var code }:
                var meaning = FailureCodes.MeaningOf(code);
                TimeSpan? after = meaning.Failure == CypherFailure.Unavailable || FailureCodes.RefusesLogin(code) ? TimeSpan.FromSeconds(5) : null;
                return new CypherException(meaning.Failure, $"{call.Server}: {meaning.Message} ({code})", code, failure) { RetryAfter = after };
            case ConnectionLostException when unknown:
                return new CypherException(
                    CypherFailure.OutcomeUnknown, $"It is not known whether a write was done: {failure.Message} Look at the data before it is done again.", inner: failure);
            case ConnectionLostException { Loss: ConnectionLoss.Deadline }:
                return new CypherException(CypherFailure.Timeout, failure.Message, inner: failure);
            case ConnectionLostException:
                return new CypherException(CypherFailure.Unavailable, failure.Message, inner: failure) { RetryAfter = TimeSpan.FromSeconds(5) };
            default:
                return new CypherException(CypherFailure.Protocol, $"{call.Server}: {failure.Message}", inner: failure);
        }
    }
}
