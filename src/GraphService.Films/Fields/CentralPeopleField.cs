using GraphService.Engine.Schema;
using GraphService.Graph.Algorithms.Centrality;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Films.Fields;

/// <summary>Everyone with a credit, ranked. A cursor holds the bits of the score, the sort name and the id.</summary>
internal sealed class CentralPeopleField : CodeField
{
    public override string Coordinate => "Query.centralPeople";

    public override string? CursorKeys => "ntt";

    public override ComputedField Computation { get; } = new Ranked();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => new Asked(
        (arguments["measure"] as EnumValue)?.Name switch
        {
            "BETWEENNESS" => CentralityMeasure.Betweenness,
            "CLOSENESS" => CentralityMeasure.Closeness,
            "PAGERANK" => CentralityMeasure.PageRank,
            _ => CentralityMeasure.Degree,
        },
        Credits.Mask(arguments["roles"]));

    private sealed record Asked(CentralityMeasure Measure, ulong Types);

    private sealed class Ranked : ComputedField
    {
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            var asked = (Asked)slot.Arguments!;
            var centralities = context.Algorithms.Centralities;
            var most = context.Limits.MaxGraphSize;
            if (Centralities.IsQuadratic(asked.Measure) && centralities.Count > most)
            {
                throw new QueryFaultException(QueryFault.Limit("GRAPH_SIZE", most, $"{asked.Measure.ToString().ToUpperInvariant()} is offered for graphs of up to {most} people, but this one has {centralities.Count} with a credit: ask for DEGREE or PAGERANK."));
            }

            var ranking = centralities.Rank(asked.Measure, asked.Types, context.Cancel);
            var start = slot.Page!.After is { } after ? RankedRows.CountUpTo(ranking.Count, place => Compare(context, ranking, place, after)) : 0;
            return RankedRows.Page(
                slot,
                ranking.Count,
                start,
                place => [new NodeRef(ranking.Node(place)), ranking.Score(place), (long)ranking.Rank(place)],
                (cursor, place) =>
                {
                    cursor.Add(BitConverter.DoubleToInt64Bits(ranking.Score(place)));
                    cursor.Add(People.SortName(context.Nodes, ranking.Node(place)));
                    cursor.Add(context.Nodes.Id(ranking.Node(place)));
                });
        }

        // Scores are not negative: their bits compare as they do.
        private static int Compare(ComputeContext context, Ranking ranking, int place, Cursor cursor)
        {
            var byScore = cursor.Keys[0].Number.CompareTo(BitConverter.DoubleToInt64Bits(ranking.Score(place)));
            if (byScore != 0)
            {
                return byScore;
            }

            var byName = People.SortName(context.Nodes, ranking.Node(place)).SequenceCompareTo(cursor.Keys[1].Text);
            return byName != 0 ? byName : context.Nodes.Id(ranking.Node(place)).SequenceCompareTo(cursor.Keys[2].Text);
        }
    }
}
