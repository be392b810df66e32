namespace GraphService.Engine.Pipeline;

/// <summary>Bounds of what one request may ask for. The same in every environment.</summary>
public sealed class EngineLimits
{
    /// <summary>Rows of a page that gives no size.</summary>
    public int DefaultPageSize { get; set; } = 50;

    /// <summary>The largest page.</summary>
    public int MaxPageSize { get; set; } = 200;

    /// <summary>Ids in one <c>nodes</c> field.</summary>
    public int MaxNodes { get; set; } = 200;

    /// <summary>Rows that an operation may ask for: page sizes multiplied along the nesting, and added. What is counted over a list counts as a page of the largest size.</summary>
    public long MaxCost { get; set; } = 2_000_000;

    /// <summary>Input objects and list items that the filters of an operation may come to, variables counted wherever they are used.</summary>
    public int MaxFilterSize { get; set; } = 5_000;

    /// <summary>Adjacency entries that one search may look at.</summary>
    public long MaxVisited { get; set; } = 20_000_000;

    /// <summary>Nodes up to which measures are offered that look from each at each.</summary>
    public int MaxGraphSize { get; set; } = 20_000;

    /// <summary>Plans kept.</summary>
    public int MaxPlans { get; set; } = 1_000;

    /// <summary>Bytes of query text whose plans are kept.</summary>
    public long MaxPlanBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>What is wrong with these limits, one sentence each.</summary>
    /// <param name="section">The section of the settings that they were read from.</param>
    public IEnumerable<string> Faults(string section)
    {
        (string Name, long Value, long Least)[] all =
        [
            (nameof(DefaultPageSize), DefaultPageSize, 0), (nameof(MaxPageSize), MaxPageSize, 1), (nameof(MaxNodes), MaxNodes, 1), (nameof(MaxCost), MaxCost, 1), (nameof(MaxFilterSize), MaxFilterSize, 1),
            (nameof(MaxVisited), MaxVisited, 1), (nameof(MaxGraphSize), MaxGraphSize, 1), (nameof(MaxPlans), MaxPlans, 1), (nameof(MaxPlanBytes), MaxPlanBytes, 1),
        ];
        foreach (var (name, value, least) in all)
        {
            if (value < least)
            {
                yield return $"{section}:{name} must be at least {least}, but is {value}.";
            }
        }

        if (DefaultPageSize > MaxPageSize)
        {
            yield return $"{section}:{nameof(DefaultPageSize)} must be at most {section}:{nameof(MaxPageSize)} ({MaxPageSize}), but is {DefaultPageSize}.";
        }
    }
}
