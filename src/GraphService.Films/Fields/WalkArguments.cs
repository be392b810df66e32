using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>What shortestPath and shortestPaths are asked.</summary>
internal sealed record WalkArguments(string From, string To, ulong Types, int MaxLength)
{
    /// <summary>What narrows such a search.</summary>
    public const string Narrower = "kinds or length";

    public static WalkArguments Bind(ArgumentValues arguments, GraphModel model) => new(
        (string)arguments["from"]!,
        (string)arguments["to"]!,
        Kinds.Mask(arguments["over"], model),
        Arguments.Number(arguments, "maxLength", whenAbsent: 8, least: 1, most: 16));

    /// <summary>The search over a graph.</summary>
    /// <exception cref="QueryFaultException">An id is of no node.</exception>
    public ChainQuery Query(ComputeContext context) =>
        new() { From = Arguments.Find(context, "from", From), To = Arguments.Find(context, "to", To), Types = Types, MaxLength = MaxLength };

    /// <summary>A chain as an object of the answer: the members of GraphPath, in their order.</summary>
    public object?[] Path(ComputeContext context, int[] chain)
    {
        var nodes = chain.Select(node => (object?)new NodeRef(node)).ToList();
        var relationships = chain.Zip(chain.Skip(1), (node, next) => (object?)Kinds.First(context, node, next, Types)).ToList();
        return [(long)relationships.Count, nodes, relationships];
    }
}
