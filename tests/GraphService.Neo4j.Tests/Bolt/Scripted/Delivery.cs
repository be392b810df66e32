namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>How a scripted server sends what its scripts say: any of these ways means the same.</summary>
/// <param name="Chunk">The most bytes in one chunk.</param>
/// <param name="Write">The most bytes in one write to the socket.</param>
/// <param name="Noops">How many NOOPs stand before each message.</param>
internal sealed record Delivery(int Chunk = 65535, int Write = int.MaxValue, int Noops = 0)
{
    public static readonly Delivery Plain = new();

    public override string ToString() => $"chunk {Chunk}, write {Write}, NOOPs {Noops}";
}
