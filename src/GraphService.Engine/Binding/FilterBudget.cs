using GraphService.Graph.Query;

namespace GraphService.Engine.Binding;

/// <summary>
/// How large the filters of one operation may be together, in input objects and list items. A variable counts each time it is used: a small request
/// could otherwise spell out a filter of millions.
/// </summary>
internal sealed class FilterBudget(int most)
{
    private int _spent;

    /// <summary>Accounts for some more.</summary>
    /// <exception cref="QueryFaultException">They are more than are left.</exception>
    public void Spend(int count)
    {
        _spent += count;
        if (_spent > most)
        {
            throw new QueryFaultException(QueryFault.Limit("FILTER_SIZE", most, $"The filters of the operation have more than {most} parts, variables counted wherever they are used: ask for less, or in several requests."));
        }
    }
}
