using System.Text;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Query;
using GraphService.Graph.Text;
using GraphService.GraphQL;

namespace GraphService.Films.Fields;

/// <summary>Checks that the fields share.</summary>
internal static class Arguments
{
    /// <summary>An integer within bounds; absent and null are the default.</summary>
    public static int Number(GraphQL.Execution.Coercion.ArgumentValues arguments, string name, int whenAbsent, int least, int most = int.MaxValue)
    {
        var value = arguments[name] as long? ?? whenAbsent;
        if (value >= least && value <= most)
        {
            return (int)value;
        }

        var range = most == int.MaxValue ? $"at least {least}" : $"from {least} to {most}";
        throw new QueryFaultException(QueryFault.BadInput(name, $"{name} must be {range}, but it is {value}."));
    }

    public static IReadOnlyList<string> Ids(object? list) => [.. (list as object?[] ?? []).Select(i => (string)i!).Distinct(StringComparer.Ordinal)];

    /// <summary>The topology's number of the node with an id.</summary>
    /// <exception cref="QueryFaultException">There is none.</exception>
    public static int Find(ComputeContext context, string argument, string id) =>
        context.Nodes.Find(Encoding.UTF8.GetBytes(id)) is >= 0 and var node
            ? node
            : throw new QueryFaultException(new QueryFault(ErrorCodes.NodeNotFound, $"{argument}: there is no node with the id \"{Excerpt.Of(id)}\".") { Details = [new("argument", argument)] });

    /// <summary>The topology's number of the node with an id.</summary>
    /// <exception cref="QueryFaultException">There is none, or it is of another kind.</exception>
    public static int Find(ComputeContext context, string argument, string id, string kinds)
    {
        var node = Find(context, argument, id);
        var kind = context.Nodes.Kind(node);
        return kinds.Split(" or ").Contains(kind.Table.Label.ToLowerInvariant(), StringComparer.Ordinal)
            ? node
            : throw new QueryFaultException(QueryFault.BadInput(argument, $"{argument} takes the id of a {kinds}, but \"{Excerpt.Of(id)}\" is of the kind {kind.Name}."));
    }

    /// <summary>Runs a search within its budget; when that is met, the error says what would narrow it.</summary>
    public static T Search<T>(ComputeContext context, string narrower, Func<SearchBudget, T> search)
    {
        try
        {
            return search(new SearchBudget(context.Limits.MaxVisited, context.Cancel));
        }
        catch (BudgetExceededException exceeded)
        {
            throw new QueryFaultException(QueryFault.Limit(exceeded.Limit, exceeded.Value, $"The search looked at {exceeded.Value} relationships without an answer: narrow it by {narrower}."));
        }
    }
}
