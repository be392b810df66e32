using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Engine.Schema;

/// <summary>A field that code answers: bound by its coordinate in the domain's register.</summary>
public abstract class CodeField
{
    /// <summary>Type and field, such as <c>Query.sharedWorks</c>.</summary>
    public abstract string Coordinate { get; }

    /// <summary>The keys of the field's own cursors, a letter each: n a number, t a text; a star at the end: the last one as often as one likes. Null when it has none, or its rows are stored nodes.</summary>
    public virtual string? CursorKeys => null;

    /// <summary>Checks the arguments once per request.</summary>
    /// <returns>What <see cref="ComputedField.Compute"/> finds in <see cref="BoundSlot.Arguments"/>.</returns>
    /// <exception cref="QueryFaultException">An argument is refused.</exception>
    public abstract object? Bind(ArgumentValues arguments, GraphModel model);

    /// <summary>How many nodes at most one row of the field, or its one object, leads to: what is selected below it is asked for as often, and priced so.</summary>
    /// <param name="arguments">What <see cref="Bind"/> gave.</param>
    public virtual int NodesOfRow(object arguments) => 1;

    /// <summary>The computation.</summary>
    public abstract ComputedField Computation { get; }
}
