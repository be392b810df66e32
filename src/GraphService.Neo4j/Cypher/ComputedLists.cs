using System.Text;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>Gives the parts of a statement that are about computed nodes and relationships the lists that they ask for.</summary>
internal static class ComputedLists
{
    public static void Add(StatementStage stage, ComputedReferences references, RowAnswers answers, StatementParameters parameters)
    {
        foreach (var part in stage.Parts)
        {
            switch (part)
            {
                case ComputedNodesPart nodes:
                    parameters.AddComputed(part, Ids(references.Nodes(nodes.Selection), answers));
                    break;
                case ComputedRecordsPart records:
                    AddRelationships(part, references.Relationships(records.Record), answers, parameters);
                    break;
                case RootPart { Root.Output: ConnectionOutput { Source: ComputedSource } connection }:
                    parameters.AddComputed(part, Ids((int[]?)answers.Computed(connection, -1).Value ?? [], answers));
                    break;
            }
        }
    }

    /// <summary>Empty lists, for a statement that is only looked at.</summary>
    public static void AddEmpty(StatementStage stage, StatementParameters parameters)
    {
        foreach (var part in stage.Parts)
        {
            if (part is ComputedNodesPart or ComputedRecordsPart or RootPart { Root.Output: ConnectionOutput { Source: ComputedSource } })
            {
                for (var list = 0; list < (part is ComputedRecordsPart ? 4 : 1); list++)
                {
                    parameters.AddComputed(part, [], list);
                }
            }
        }
    }

    private static byte[][] Ids(ReadOnlySpan<int> numbers, RowAnswers answers)
    {
        var ids = new byte[numbers.Length][];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = answers.Nodes.Id(numbers[i]).ToArray();
        }

        return ids;
    }

    private static void AddRelationships(StatementPart part, ReadOnlySpan<RelationshipRef> found, RowAnswers answers, StatementParameters parameters)
    {
        var (starts, ends, types) = (new byte[found.Length][], new byte[found.Length][], new byte[found.Length][]);
        var nths = new int[found.Length];
        for (var i = 0; i < found.Length; i++)
        {
            nths[i] = found[i].Nth;
            starts[i] = answers.Nodes.Id(found[i].Start).ToArray();
            ends[i] = answers.Nodes.Id(found[i].End).ToArray();
            types[i] = Encoding.UTF8.GetBytes(answers.Model.RelationshipTypes[found[i].Type].Name);
        }

        parameters.AddComputed(part, starts);
        parameters.AddComputed(part, ends, 1);
        parameters.AddComputed(part, types, 2);
        parameters.AddInts(part, nths, 3);
    }
}
