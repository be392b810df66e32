using System.Globalization;

namespace GraphService.Graph.Algorithms;

/// <summary>A search needed more than it may read.</summary>
public sealed class BudgetExceededException(string limit, long value)
    : Exception(string.Create(
        CultureInfo.InvariantCulture,
        $"The search would read more than {value} relationships, which is its limit. Narrow the question, or raise the limit {limit}."))
{
    /// <summary>The limit's name.</summary>
    public string Limit { get; } = limit;

    /// <summary>The limit's value.</summary>
    public long Value { get; } = value;
}
