using GraphService.Graph.Model;

namespace GraphService.Neo4j;

/// <summary>
/// What the database holds besides the labels, types and properties of the graph files: names that the loader writes and the statements read. A name
/// that begins with an underscore is derived, and never served or exported.
/// </summary>
public static class StoredNames
{
    /// <summary>The one node that says which slot is served (<c>slot</c>), counts the generations (<c>n</c>), says whether the other slot is still whole (<c>kept</c>), and holds the totals (<see cref="Total"/>).</summary>
    public const string Version = "GraphVersion";

    /// <summary>The property of the version node that tells its graph from others: a hash of what was loaded. With the generation's number it tells generations apart even after a database was wiped.</summary>
    public const string Fingerprint = "of";

    /// <summary>The property of the version node that says in which form the graph is stored; statements of this program read <see cref="FormatVersion"/> only.</summary>
    public const string Format = "format";

    public const long FormatVersion = 2;

    /// <summary>A node for each import that is under way, by slot: whose fingerprint it has (<c>of</c>) and how many batches are in (<c>done</c>).</summary>
    public const string Import = "GraphImport";

    /// <summary>All names of a node, folded: a bar before each, a space before each word, a bar at the end: <c>| l ascension| l ascension le film|</c>. Name or title first, then the aliases.</summary>
    public const string Names = "_names";

    /// <summary>A node's place in the default order of its table: orders that end with it compare one integer.</summary>
    public const string Rank = "_rank";

    /// <summary>Which of its parallels (same type, start and end) a relationship is, in the order of their properties; missing on the first, and where there is only one.</summary>
    public const string Nth = "_nth";

    /// <summary>The ids of the sources of a node or relationship, and beside it their places; an empty text where a place is missing.</summary>
    public const string Sources = "sources";

    /// <inheritdoc cref="Sources"/>
    public const string Locators = "locators";

    /// <summary>The stored number for a missing integer in <see cref="Ordered"/>: it stands behind all others.</summary>
    public const long MissingNumber = long.MaxValue;

    /// <summary>
    /// The folded twin of a property that filters can search, other than the names of a node: a space before each word; of a list as in <see cref="Names"/>.
    /// </summary>
    public static string Folded(Property property) => "_" + property.Name;

    /// <summary>
    /// The twin of the integer that a table's default order begins with: it is never missing, so that an index can give the order.
    /// </summary>
    public static string Ordered(Property property) => "_" + property.Name;

    /// <summary>The property of the version node that holds the number of nodes of a kind in a slot. While both slots are whole, requests go on in the old one: each has its own.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="slot">The slot's label.</param>
    public static string Total(NodeKind kind, string slot) => $"kind_{kind.Name}_{slot}";

    /// <summary>The property of the version node that holds the number of served relationships in a slot.</summary>
    /// <param name="slot">The slot's label.</param>
    public static string Relationships(string slot) => $"relationships_{slot}";
}

/// <summary>One of the two places that a database has for a graph: while one is served, the next generation is loaded into the other.</summary>
/// <param name="Served">The label of its nodes that are served.</param>
/// <param name="Rest">The label of its nodes that are kept but not served.</param>
public sealed record GraphSlot(string Served, string Rest)
{
    /// <summary>The slot of a first import, and of what a bulk import has put there.</summary>
    public static readonly GraphSlot A = new("GraphA", "RestA");

    /// <summary>The slot of the second generation; then they take turns.</summary>
    public static readonly GraphSlot B = new("GraphB", "RestB");

    /// <summary>The slot that is loaded while this one is served.</summary>
    public GraphSlot Other => this == A ? B : A;

    /// <summary>The slot of a version node's <c>slot</c>.</summary>
    public static GraphSlot? Of(string? label) => label == A.Served ? A : label == B.Served ? B : null;
}
