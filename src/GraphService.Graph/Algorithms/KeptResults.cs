using GraphService.Graph.Query;

namespace GraphService.Graph.Algorithms;

/// <summary>
/// Results that ask nothing of a request, each computed once and kept: one at a time, on a thread of its own, so that a computation may outlast the
/// requests that wait for it and the next one finds it done. The results used last are kept. Safe to use from several threads.
/// </summary>
/// <param name="capacity">How many results are kept.</param>
/// <param name="stays">Keys whose results are not given up for others, and always computed to their end.</param>
/// <param name="forsaken">How long a computation of another key goes on when nobody waits for it any more; null: to its end.</param>
internal sealed class KeptResults<TKey, TResult>(int capacity, Func<TKey, bool>? stays = null, TimeSpan? forsaken = null)
    where TKey : notnull
    where TResult : class
{
    // So many requests wait as long as they may; further ones, which would take the place of requests that ask for something else, wait for a moment.
    private const int MaxPatient = 16;
    private const int Moment = 500; // milliseconds

    private readonly Lock _lock = new();

    // In the order in which they were asked for first.
    private readonly List<Entry> _entries = [];
    private long _uses;
    private bool _hasThread;
    private bool _isRetired;

    private enum Stage
    {
        Waiting,
        Running,
        Done,
    }

    /// <summary>The result of a key: kept, or waited for until it is computed.</summary>
    /// <param name="key">Tells results apart.</param>
    /// <param name="compute">Computes it; its token is canceled when nobody needs it any more.</param>
    /// <param name="cancel">Ends this wait, but not what others wait for.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="QueryFaultException">Too many wait for it already.</exception>
    public TResult Get(TKey key, Func<CancellationToken, TResult> compute, CancellationToken cancel)
    {
        while (true)
        {
            var entry = Join(key, compute, out var other);
            if (entry is not null)
            {
                try
                {
                    return Await(entry, cancel);
                }
                catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
                {
                    // It was given up in this very moment: it is asked for anew.
                }
                finally
                {
                    Leave(entry);
                }
            }
            else
            {
                // As many others as are kept are still to be computed: there is room again once one is.
                Task.WaitAny([other!], cancel);
            }
        }
    }

    /// <summary>The graph has been replaced: what nobody waits for is not computed to its end.</summary>
    public void Retire()
    {
        lock (_lock)
        {
            _isRetired = true;
            foreach (var entry in _entries.Where(e => e.Waiters == 0).ToList())
            {
                Drop(entry);
            }
        }
    }

    // Task.Wait tells the pool that its thread is blocked; the result is then there, or the failure is thrown as it is.
    private static TResult Await(Entry entry, CancellationToken cancel)
    {
        var task = entry.Result.Task;
        if (Task.WaitAny([task], entry.Waiters > MaxPatient ? Moment : Timeout.Infinite, cancel) < 0)
        {
            throw new QueryFaultException(QueryFault.Unavailable("Many wait for what this field asks to be computed: try again in a moment."));
        }

        return task.GetAwaiter().GetResult();
    }

    /// <summary>The entry of a key, waited for by one more; null when there is no room for it before another task has ended.</summary>
    private Entry? Join(TKey key, Func<CancellationToken, TResult> compute, out Task? other)
    {
        other = null;
        lock (_lock)
        {
            var entry = _entries.Find(e => e.Key.Equals(key));
            if (entry?.Ended.IsCancellationRequested == true)
            {
                _entries.Remove(entry);
                entry = null;
            }

            if (entry is null)
            {
                if (_entries.Count == capacity && !DropOldest())
                {
                    other = _entries[0].Result.Task;
                    return null;
                }

                entry = new Entry(key, compute);
                _entries.Add(entry);
                StartThread();
            }

            if (entry.Waiters++ == 0)
            {
                entry.Ended.CancelAfter(Timeout.InfiniteTimeSpan);
            }

            entry.LastUse = ++_uses;
            return entry;
        }
    }

    private void Leave(Entry entry)
    {
        lock (_lock)
        {
            entry.Waiters--;
            if (entry.Waiters == 0 && entry.Stage != Stage.Done && (_isRetired || entry.Stage == Stage.Waiting))
            {
                Drop(entry);
            }
            else if (entry.Waiters == 0 && entry.Stage == Stage.Running && forsaken is { } time && !Stays(entry))
            {
                entry.Ended.CancelAfter(time);
            }
        }
    }

    private bool Stays(Entry entry) => stays?.Invoke(entry.Key) == true;

    /// <summary>Makes room; false when nothing is done yet.</summary>
    private bool DropOldest()
    {
        var oldest = _entries.Where(e => e.Stage == Stage.Done && !Stays(e)).MinBy(e => e.LastUse);
        return oldest is not null && _entries.Remove(oldest);
    }

    private void Drop(Entry entry)
    {
        _entries.Remove(entry);
        entry.Ended.Cancel();
        entry.Result.TrySetCanceled();
    }

    private void StartThread()
    {
        if (!_hasThread)
        {
            _hasThread = true;
            new Thread(Run) { IsBackground = true, Name = "Results of the whole graph" }.Start();
        }
    }

    private void Run()
    {
        while (Next() is { } entry)
        {
            try
            {
                var result = entry.Compute(entry.Ended.Token);
                lock (_lock)
                {
                    entry.Stage = Stage.Done;
                }

                entry.Result.TrySetResult(result);
            }
            catch (Exception failure)
            {
                // Not kept: whoever asks next tries again.
                lock (_lock)
                {
                    _entries.Remove(entry);
                }

                entry.Result.TrySetException(failure);
            }
        }
    }

    private Entry? Next()
    {
        lock (_lock)
        {
            var entry = _entries.Find(e => e.Stage == Stage.Waiting);
            if (entry is null)
            {
                _hasThread = false;
                return null;
            }

            entry.Stage = Stage.Running;
            return entry;
        }
    }

    private sealed class Entry(TKey key, Func<CancellationToken, TResult> compute)
    {
        public TKey Key { get; } = key;

        public Func<CancellationToken, TResult> Compute { get; } = compute;

        public TaskCompletionSource<TResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Ended { get; } = new();

        public Stage Stage { get; set; }

        public int Waiters { get; set; }

        public long LastUse { get; set; }
    }
}
