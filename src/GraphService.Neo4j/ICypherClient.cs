using System.Text;

namespace GraphService.Neo4j;

/// <summary>
/// Runs Cypher statements on a Neo4j server or cluster: the seam between the store and the driver. Each call is one auto-commit transaction. Safe for
/// use by many callers at once.
/// </summary>
public interface ICypherClient : IAsyncDisposable
{
    /// <summary>Runs a statement and pushes its rows as they come, with back-pressure: a sink that is slow slows the server down.</summary>
    /// <param name="statement">The text; it holds no value.</param>
    /// <param name="parameters">Writes the values.</param>
    /// <param name="rows">Takes the rows. A read that is run again after a failure begins with <see cref="IRowSink.Restart"/>. Once the task has ended it is not called any more, also when it was canceled: it may be used for another call.</param>
    /// <param name="run">How to run it.</param>
    /// <param name="cancel">Stops the statement on the server, and the call.</param>
    /// <exception cref="CypherException">It failed; the kind says what a caller can do.</exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    ValueTask RunAsync(CypherStatement statement, ICypherParameters parameters, IRowSink rows, CypherRun run, CancellationToken cancel);

    /// <summary>Forgets what was written before (its bookmarks): the data have been replaced, and reads need not wait for what is gone.</summary>
    void ForgetBookmarks();
}

/// <summary>The text of a statement, kept in the form in which it is sent.</summary>
public sealed class CypherStatement(string text)
{
    /// <summary>The text as it is sent.</summary>
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);

    /// <summary>The text for people; made each time.</summary>
    public string Text => Encoding.UTF8.GetString(Utf8);
}

/// <summary>Whether a statement changes anything; reads may go to any member of a cluster, and are tried again.</summary>
public enum AccessMode
{
    /// <summary>Only reads: any member of a cluster may answer, and a failure that may pass is tried again.</summary>
    Read,
    /// <summary>May write: the leader of a cluster answers, and it is tried again only where nothing can have been done.</summary>
    Write,
}

/// <summary>How to run a statement.</summary>
/// <param name="Mode">Reads run in read mode: the server refuses to write.</param>
/// <param name="Timeout">After which the server gives up; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: never.</param>
public readonly record struct CypherRun(AccessMode Mode, TimeSpan Timeout);

/// <summary>Writes the parameters of a statement, one map entry each.</summary>
public interface ICypherParameters
{
    /// <summary>How many parameters there are.</summary>
    int Count { get; }

    /// <summary>Writes <see cref="Count"/> keys, each followed by its value. It may be called again when the statement is run again.</summary>
    void Write(IParameterSink sink);
}

/// <summary>No parameters.</summary>
public sealed class NoParameters : ICypherParameters
{
    /// <summary>The only one.</summary>
    public static readonly NoParameters Instance = new();

    /// <inheritdoc/>
    public int Count => 0;

    /// <inheritdoc/>
    public void Write(IParameterSink sink)
    {
    }
}
