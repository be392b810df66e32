using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

/// <summary>What is counted over all rows of a connection's list: one accumulator for each measure that the request selects.</summary>
internal sealed class Tally
{
    private readonly List<Accumulator> _accumulators = [];
    private int _count;

    /// <summary>Nothing is counted: the list need not be walked for it.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Forgets what was counted.</summary>
    public void Clear() => _count = 0;

    /// <summary>Begins to count what is selected below a connection.</summary>
    public void Begin(Output[] fields, bool[] conditions)
    {
        foreach (var field in fields)
        {
            if (field.Condition >= 0 && !conditions[field.Condition])
            {
                continue;
            }

            switch (field)
            {
                case ObjectOutput { Kind: OutputKind.Aggregates } aggregates:
                    Begin(aggregates.Fields, conditions);
                    break;
                case AggregateOutput aggregate:
                    Begin(aggregate.Measure);
                    break;
                case GroupsOutput groups:
                    Begin(groups.Measure);
                    break;
            }
        }
    }

    private void Begin(Measure measure)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_accumulators[i].Measure == measure)
            {
                return;
            }
        }

        if (_count == _accumulators.Count)
        {
            _accumulators.Add(new Accumulator());
        }

        _accumulators[_count++].Begin(measure);
    }

    public void Add(GraphSnapshot graph, Step row, ref Interruption interruption)
    {
        for (var i = 0; i < _count; i++)
        {
            _accumulators[i].Add(graph, row, ref interruption);
        }
    }

    /// <summary>What was counted by a measure.</summary>
    public Accumulator Of(Measure measure)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_accumulators[i].Measure == measure)
            {
                return _accumulators[i];
            }
        }

        throw new InvalidOperationException("A measure that nothing was counted by.");
    }
}
