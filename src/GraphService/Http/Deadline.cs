using System.Collections.Concurrent;

namespace GraphService.Http;

/// <summary>Ends a request after a time, or when its client is gone. Pooled: a request makes no timer and no token source of its own.</summary>
internal sealed class Deadline : IDisposable
{
    private static readonly ConcurrentQueue<Deadline> Pool = new();

    private readonly CancellationTokenSource _source = new();
    private CancellationToken _clientGone;
    private CancellationTokenRegistration _registration;

    private Deadline()
    {
    }

    public CancellationToken Token => _source.Token;

    public bool IsOver => _source.IsCancellationRequested;

    public bool IsClientGone => _clientGone.IsCancellationRequested;

    public static Deadline Start(TimeSpan time, CancellationToken clientGone)
    {
        if (!Pool.TryDequeue(out var deadline))
        {
            deadline = new Deadline();
        }

        deadline._clientGone = clientGone;
        deadline._source.CancelAfter(time);
        deadline._registration = clientGone.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline._source);
        return deadline;
    }

    public void Dispose()
    {
        // First, and waiting for a callback that runs: none may reach the next request.
        _registration.Dispose();
        if (_source.TryReset())
        {
            Pool.Enqueue(this);
        }
        else
        {
            _source.Dispose();
        }
    }
}
