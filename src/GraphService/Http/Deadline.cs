namespace GraphService.Http;

/// <summary>Ends a request after a time, or when its client is gone.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _clientGone;

    public Deadline(TimeSpan time, CancellationToken clientGone)
    {
        _clientGone = clientGone;
        _source = CancellationTokenSource.CreateLinkedTokenSource(clientGone);
        _source.CancelAfter(time);
    }

    public CancellationToken Token => _source.Token;

    public bool IsClientGone => _clientGone.IsCancellationRequested;

    public bool IsOver => _source.IsCancellationRequested;

    public void Dispose() => _source.Dispose();
}
