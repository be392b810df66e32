using GraphService.Graph.Algorithms;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Films.Fields;

/// <summary>What collaborationPath and collaborationPaths are asked.</summary>
internal sealed record PathArguments(string From, string To, ulong Types, int MaxDegrees, ValueRange Years, IReadOnlyList<string> Avoiding)
{
    /// <summary>What narrows such a search.</summary>
    public const string Narrower = "roles, years or degrees";

    public static PathArguments Bind(ArgumentValues arguments) => new(
        (string)arguments["from"]!,
        (string)arguments["to"]!,
        Credits.Mask(arguments["roles"]),
        Arguments.Number(arguments, "maxDegrees", whenAbsent: 6, least: 1, most: 12),
        new ValueRange((int?)(arguments["releasedFrom"] as long?), (int?)(arguments["releasedTo"] as long?)),
        Arguments.Ids(arguments["avoiding"]));

    /// <summary>The search over a graph.</summary>
    /// <exception cref="QueryFaultException">An id is of no node, of another kind, or of an end that is to be avoided.</exception>
    public ChainQuery Query(ComputeContext context)
    {
        var from = Arguments.Find(context, "from", From, "person");
        var to = Arguments.Find(context, "to", To, "person");
        var avoiding = new List<int>();
        foreach (var id in Avoiding)
        {
            var node = Arguments.Find(context, "avoiding", id, "person or work");
            if (node == from || node == to)
            {
                throw new QueryFaultException(QueryFault.BadInput("avoiding", $"avoiding holds \"{id}\", which is an end of the path."));
            }

            avoiding.Add(node);
        }

        return new ChainQuery { From = from, To = to, Types = Types, MaxLength = 2 * MaxDegrees, Values = Years, Avoiding = avoiding };
    }

    /// <summary>A chain as an object of the answer: the members of CollaborationPath, in their order.</summary>
    public object?[] Path(ComputeContext context, int[] chain)
    {
        var steps = new List<object?>();
        for (var i = 0; i + 2 < chain.Length; i += 2)
        {
            steps.Add(Step(context, chain[i], chain[i + 1], chain[i + 2]));
        }

        return [(long)steps.Count, new NodeRef(chain[0]), new NodeRef(chain[^1]), steps];
    }

    private object?[] Step(ComputeContext context, int from, int work, int to)
    {
        var (topology, model) = (context.Algorithms.Topology, context.Model);
        var (mine, theirs) = (Credits.Types(topology, from, work, Types), Credits.Types(topology, to, work, Types));
        return
        [
            new NodeRef(from), Credits.Roles(mine), Credits.References(model, from, work, mine), new NodeRef(work),
            Credits.Roles(theirs), Credits.References(model, to, work, theirs), new NodeRef(to),
        ];
    }
}
