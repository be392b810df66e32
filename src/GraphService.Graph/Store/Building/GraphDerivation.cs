namespace GraphService.Graph.Store.Building;

/// <summary>What a domain derives from a graph's files and checks beyond the model, before nodes are numbered and columns written.</summary>
public abstract class GraphDerivation
{
    /// <summary>Completes a draft, or refuses values with <see cref="DraftRows.Fault"/>. It also runs when faults are known already.</summary>
    public abstract void Complete(GraphDraft draft);
}
