using GraphService.Neo4j.Bolt.Connections;
using GraphService.Neo4j.Bolt.Pool;

namespace GraphService.Neo4j.Bolt.Routing;

/// <summary>The servers that statements can be sent to: one, or the members of a cluster.</summary>
internal abstract class Servers
{
    /// <summary>The pool of a server that takes such a statement.</summary>
    public abstract ValueTask<ConnectionPool> PickAsync(AccessMode mode, IReadOnlyList<string> bookmarks, long deadline, CancellationToken cancel);

    /// <summary>A server cannot be reached, or its database is not available.</summary>
    public abstract void Forget(ServerAddress server);

    /// <summary>A server does not write any more; false: there is no other.</summary>
    public abstract bool ForgetWriter(ServerAddress server);

    /// <summary>The connections opened so far are not used again.</summary>
    public abstract void ExpireConnections();

    public abstract ValueTask CloseAsync();
}

/// <summary>The one server of a <c>bolt://</c> URI.</summary>
internal sealed class SingleServer(ConnectionPool pool) : Servers
{
    public override ValueTask<ConnectionPool> PickAsync(AccessMode mode, IReadOnlyList<string> bookmarks, long deadline, CancellationToken cancel) => new(pool);

    public override void Forget(ServerAddress server) => pool.Prune();

    public override bool ForgetWriter(ServerAddress server) => false;

    public override void ExpireConnections() => pool.Expire();

    public override ValueTask CloseAsync() => pool.CloseAsync();
}
