using System.Text;
using GraphService.Graph.Execution;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>Reads the candidates of a shared name.</summary>
internal static class SharedName
{
    public static QueryFault Fault(BoundSlot slot, RowBuffer rows, CandidateLayout layout)
    {
        var found = rows.List(rows.Row[layout.RowsColumn]);
        var candidates = new List<object?>();
        for (var i = 0; i < found.Count; i++)
        {
            var row = rows.List(found[i]);
            long? detail = rows.Kind(row[2]) == CellKind.Int ? rows.Int(row[2]) : null;
            candidates.Add(AmbiguousName.Candidate(Text(rows, row[0]), Text(rows, row[1]), detail));
        }

        return AmbiguousName.Fault(slot, candidates, rows.Int(rows.Row[layout.CountColumn]));
    }

    private static string Text(RowBuffer rows, int cell) => Encoding.UTF8.GetString(rows.Text(cell));
}
