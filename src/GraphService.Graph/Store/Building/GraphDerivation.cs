using GraphService.Graph.Model;

namespace GraphService.Graph.Store.Building;

/// <summary>What a domain derives from a graph's files and checks beyond the model, before nodes are numbered and columns written.</summary>
public abstract class GraphDerivation
{
    /// <summary>Completes a draft, or refuses values with <see cref="DraftRows.Fault"/>. It also runs when faults are known already.</summary>
    public abstract void Complete(GraphDraft draft);

    /// <summary>True for a property that files may leave out although the model requires it, because it is derived.</summary>
    /// <param name="label">The label of the table.</param>
    /// <param name="property">The property.</param>
    public virtual bool Provides(string label, string property) => false;

    /// <summary>True for a value of a finished graph that would be derived again were it missing: an export leaves it out.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="node">The node.</param>
    /// <param name="property">The property.</param>
    public virtual bool Follows(GraphSnapshot graph, int node, Property property) => false;
}
