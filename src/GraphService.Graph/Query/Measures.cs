using GraphService.Graph.Model;

namespace GraphService.Graph.Query;

/// <summary>What all rows of a list are counted by, whatever page is asked. Equal measures are counted once.</summary>
public abstract record Measure;

/// <summary>Rows by an integer of theirs; those without one are counted nowhere.</summary>
public sealed record IntMeasure(ValueRef Value) : Measure;

/// <summary>Rows by the place of an enum value, a kind or a relationship type; those without one are counted nowhere.</summary>
public sealed record PlaceMeasure(ValueRef Value) : Measure;

/// <summary>Rows by the types of the steps from their nodes, each type once a row.</summary>
public sealed record TypesMeasure(Adjacency Adjacency) : Measure;

/// <summary>Rows by the nodes that the steps from their nodes lead to, each once a row. The adjacency's far ends are of one table, whose default order is that of the groups.</summary>
public sealed record NodesMeasure(Adjacency Adjacency) : Measure;

/// <summary>How many nodes there are on one side of the rows, each once.</summary>
public sealed record DistinctMeasure(Subject Subject) : Measure;
