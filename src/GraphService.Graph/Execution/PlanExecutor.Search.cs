using System.Buffers;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

internal sealed partial class PlanExecutor<TSink>
{
    private ArrayBufferWriter<byte>? _folded;

    private void FillSearch(BoundSlot slot, Window window)
    {
        try
        {
            var search = new NameSearch(_graph, slot.Search!, slot.Page!, new SearchBudget(_context.Limits.MaxVisited, _context.Cancel));
            var hits = search.Run();
            var count = 0;
            foreach (var hit in hits)
            {
                window.Add(ref count, new Step(hit.Node, -1));
            }

            (window.Slot, window.Hits, window.Count) = (slot, hits, count);
            (window.HasNext, window.HasPrevious, window.TotalCount) = (search.HasNext, search.HasPrevious, search.TotalCount);
        }
        catch (BudgetExceededException exceeded)
        {
            throw new QueryFaultException(QueryFault.Limit(exceeded.Limit, exceeded.Value, $"The search looked at {exceeded.Value} names without an end: search for longer words."));
        }
    }

    private bool WriteSearchCursor(BoundSlot slot, SearchHit hit)
    {
        _state.Cursor.Begin(slot.CursorSeal);
        _state.Cursor.Add(hit.Score);
        _state.Cursor.Add(hit.Degree);
        _state.Cursor.Add(_graph.Text(_graph.Ids[hit.Node]));
        Sink.Text(_state.Cursor.End(), isClean: true);
        return true;
    }

    /// <summary>The first of the node's names with its score, as it is spelled.</summary>
    private bool WriteMatched(SearchTerms terms, SearchHit hit)
    {
        _folded ??= new ArrayBufferWriter<byte>();
        var table = _graph.Model.Tables[_graph.TableOf[hit.Node]];
        var columns = _graph.NodeColumns[table.Index];
        var row = _graph.LocalNode(hit.Node);
        var name = ((TextColumn)columns[table.Name!.Index]).Values[row];
        if (table.Aliases is { } aliases && terms.ScoreOf(_graph.Text(name), _folded) < hit.Score)
        {
            foreach (var alias in ((TextListColumn)columns[aliases.Index]).ItemsOf(row))
            {
                if (terms.ScoreOf(_graph.Text(alias), _folded) == hit.Score)
                {
                    return WriteText(alias);
                }
            }
        }

        return WriteText(name);
    }
}
