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

    /// <summary>Rows that an operation may ask for: page sizes multiplied along the nesting, and added.</summary>
    public long MaxCost { get; set; } = 2_000_000;

    /// <summary>Adjacency entries that one search may look at.</summary>
    public long MaxVisited { get; set; } = 20_000_000;

    /// <summary>Bytes of an answer.</summary>
    public long MaxResponseBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Plans kept, and bytes of query text that they may have been made from.</summary>
    public int MaxPlans { get; set; } = 1_000;

    /// <summary>Bytes of query text whose plans are kept.</summary>
    public long MaxPlanBytes { get; set; } = 16 * 1024 * 1024;
}
