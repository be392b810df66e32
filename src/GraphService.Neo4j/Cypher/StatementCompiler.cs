using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>Writes the statement of a stage, and the layout of its row.</summary>
internal static class StatementCompiler
{
    /// <summary>Gathers a request's values for a stage, in the order of its slots, and tells the shape of its statement.</summary>
    public static StatementShape Gather(StatementStage stage, BoundSlot[] slots, bool[] conditions, StatementParameters parameters) => throw new NotImplementedException();

    /// <summary>Compiles the statement of a shape.</summary>
    public static CompiledStatement Compile(GraphModel model, StatementStage stage, BoundSlot[] slots, bool[] conditions, StatementParameters parameters) => throw new NotImplementedException();
}
