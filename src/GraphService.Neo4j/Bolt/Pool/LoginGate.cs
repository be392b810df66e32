using GraphService.Neo4j.Bolt.Connections;

namespace GraphService.Neo4j.Bolt.Pool;

/// <summary>
/// Opens connections, one at a time until one has been let in. A refused login is not tried again for a while, because a few wrong passwords lock the user for
/// everyone; who asks meanwhile is told the same, as are those who waited for an attempt that failed.
/// </summary>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for holds nothing to dispose, and callers may still use it.
internal sealed class LoginGate(ConnectionSettings settings)
#pragma warning restore CA1001
{
    private const int FirstPause = 5;
    private const int LongestPause = 60;

    private readonly SemaphoreSlim _one = new(1);
    private volatile bool _letIn;
    private volatile Refusal? _refusal;
    private volatile Attempt? _failed;
    private volatile int _pause = FirstPause;

    public async Task<BoltConnection> OpenAsync(ServerAddress address, CancellationToken cancel)
    {
        ThrowIfRefused();
        if (_letIn)
        {
            return await TryAsync(address, cancel).ConfigureAwait(false);
        }

        var before = _failed;
        await _one.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            ThrowIfRefused();
            if (!_letIn)
            {
                if (_failed is { } failed && failed != before && failed.Address == address)
                {
                    throw new ConnectionLostException(failed.Failure.Loss, failed.Failure.Message, failed.Failure.InnerException);
                }

                return await TryAsync(address, cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            _one.Release();
        }

        return await TryAsync(address, cancel).ConfigureAwait(false);
    }

    private async Task<BoltConnection> TryAsync(ServerAddress address, CancellationToken cancel)
    {
        try
        {
            var connection = await BoltConnection.OpenAsync(address, settings, cancel).ConfigureAwait(false);
            (_letIn, _pause) = (true, FirstPause);
            return connection;
        }
        catch (ServerFailureException e) when (FailureCodes.RefusesLogin(e.Code))
        {
            _letIn = false;
            var pause = _pause;
            _refusal = new Refusal(e.Code, settings.Time.After(TimeSpan.FromSeconds(pause)));
            settings.Log.Refused(address, e.Code, pause);

            // Each refusal locks the user anew, for others too, who may know the password.
            _pause = Math.Min(LongestPause, pause * 2);
            throw;
        }
        catch (ConnectionLostException e)
        {
            _failed = new Attempt(address, e);
            throw;
        }
    }

    private void ThrowIfRefused()
    {
        if (_refusal is { } refusal && settings.Time.Milliseconds() < refusal.Until)
        {
            throw new ServerFailureException(refusal.Code);
        }
    }

    private sealed record Refusal(string Code, long Until);

    private sealed record Attempt(ServerAddress Address, ConnectionLostException Failure);
}
