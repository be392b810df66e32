using System.Runtime.CompilerServices;

namespace GraphService.Graph.Algorithms;

/// <summary>
/// How much a search may read, counted in entries of neighbor lists: the same question meets its budget at the same entry on every machine.
/// The token is asked at the first entry and then every <see cref="CheckInterval"/>. Not for use by several threads at once.
/// </summary>
public sealed class SearchBudget(long maxEntries, CancellationToken cancellationToken = default)
{
    /// <summary>Entries between two looks at the token.</summary>
    public const int CheckInterval = 1024;

    /// <summary>The name of the limit in errors.</summary>
    public const string LimitName = "VISITED";

    private long _nextCheck;

    /// <summary>Entries that may be read.</summary>
    public long MaxEntries { get; } = maxEntries;

    /// <summary>Entries read so far; beyond <see cref="MaxEntries"/> once it is exceeded.</summary>
    public long Spent { get; private set; }

    /// <summary>Accounts for entries about to be read.</summary>
    /// <exception cref="BudgetExceededException">They are more than are left.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Spend(int entries)
    {
        Spent += entries;
        if (Spent > _nextCheck)
        {
            Check();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Check()
    {
        if (Spent > MaxEntries)
        {
            throw new BudgetExceededException(LimitName, MaxEntries);
        }

        cancellationToken.ThrowIfCancellationRequested();
        _nextCheck = Math.Min(MaxEntries, Spent + CheckInterval);
    }
}
