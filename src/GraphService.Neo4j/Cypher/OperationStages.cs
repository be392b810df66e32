using GraphService.Graph;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// An operation as the statements that answer it. The first asks for all root fields, and for what is selected on the nodes that root fields compute; where
/// code computes a field for rows, a further one asks for what is selected below it. How many there are is a matter of the document alone.
/// </summary>
internal sealed class OperationStages
{
    private OperationStages(IReadOnlyList<StatementStage> stages) => Stages = stages;

    public IReadOnlyList<StatementStage> Stages { get; }

    /// <summary>Whether code computes a field of it.</summary>
    public bool NeedsAlgorithms { get; private init; }

    /// <summary>The stages of an operation, kept beside its plan.</summary>
    public static OperationStages Of(GraphOperation operation)
    {
        if (operation.Prepared is OperationStages known)
        {
            return known;
        }

        var stages = new List<StatementStage>();
        List<StatementPart> parts = [.. operation.Roots.Select(r => new RootPart(r))];
        foreach (var root in operation.Roots)
        {
            if (root.Output is ComputedOutput computed)
            {
                AddParts(computed.Shape, parts);
            }
        }

        while (parts.Count > 0)
        {
            var stage = new StatementStage(parts);
            stages.Add(stage);
            parts = [];
            foreach (var computed in stage.Computed)
            {
                AddParts(computed.Shape, parts);
            }
        }

        var needsAlgorithms = stages.Exists(s => s.Computed.Count > 0)
            || operation.Roots.Any(r => r.Output is ComputedOutput or ConnectionOutput { Source: ComputedSource });
        var made = new OperationStages(stages) { NeedsAlgorithms = needsAlgorithms };
        operation.Prepared = made;
        return made;
    }

    /// <summary>What is to be asked about the nodes and relationships of a computed value.</summary>
    private static void AddParts(ComputedShape shape, List<StatementPart> parts)
    {
        if (shape.Node is { } node)
        {
            parts.Add(new ComputedNodesPart(node));
        }

        if (shape.Record is { } record)
        {
            parts.Add(new ComputedRecordsPart(record));
        }

        foreach (var field in shape.Fields ?? [])
        {
            AddParts(field, parts);
        }
    }

    private static void AddParts(Output output, List<StatementPart> parts)
    {
        switch (output)
        {
            case MemberOutput member:
                AddParts(member.Shape, parts);
                break;
            case ConnectionNodesOutput { Computed: { } rows }:
                AddParts(rows, parts);
                break;
            case ObjectOutput o:
                foreach (var field in o.Fields)
                {
                    AddParts(field, parts);
                }

                break;
        }
    }
}

/// <summary>One of the statements of an operation.</summary>
internal sealed class StatementStage
{
    public StatementStage(IReadOnlyList<StatementPart> parts)
    {
        Parts = parts;
        var walk = new StageWalk();
        foreach (var part in parts)
        {
            walk.Part(part);
        }

        Uses = [.. walk.Uses];
        Computed = walk.Computed;
    }

    public IReadOnlyList<StatementPart> Parts { get; }

    /// <summary>The slots that its parts read, in the order of the outputs, with what each slot is for.</summary>
    public SlotUse[] Uses { get; }

    /// <summary>The fields below its rows that code computes.</summary>
    public IReadOnlyList<ComputedOutput> Computed { get; }
}

/// <summary>A slot that a stage reads: of a root field, or of a connection.</summary>
internal readonly record struct SlotUse(int Place, RootAccess Access, ConnectionOutput? Connection);

/// <summary>Finds the slots and the computed fields of a stage.</summary>
internal sealed class StageWalk
{
    public List<SlotUse> Uses { get; } = [];

    public List<ComputedOutput> Computed { get; } = [];

    public void Part(StatementPart part)
    {
        switch (part)
        {
            case RootPart { Root: { Access: RootAccess.None } root }:
                if (root.Output is ConnectionOutput)
                {
                    Output(root.Output);
                }

                break;
            case RootPart { Root: var root }:
                Uses.Add(new SlotUse(root.Slot, root.Access, null));
                Node(((NodeOutput)root.Output).Selection);
                break;
            case ComputedNodesPart nodes:
                Node(nodes.Selection);
                break;
            case ComputedRecordsPart records:
                Outputs(records.Record);
                break;
        }
    }

    private void Node(NodeSelection? selection)
    {
        foreach (var fields in selection?.ByKind ?? [])
        {
            Outputs(fields);
        }
    }

    private void Outputs(Output[]? outputs)
    {
        foreach (var output in outputs ?? [])
        {
            Output(output);
        }
    }

    private void Output(Output output)
    {
        switch (output)
        {
            case ComputedOutput computed:
                Computed.Add(computed);
                break;
            case ConnectionOutput connection:
                Uses.Add(new SlotUse(connection.Slot, RootAccess.None, connection));
                Outputs(connection.Fields);
                break;
            case NodeOutput node:
                Node(node.Selection);
                break;
            case NodesOutput nodes:
                Node(nodes.Selection);
                break;
            case RecordsOutput records:
                Outputs(records.Fields);
                break;
            case EvidenceOutput evidence:
                Outputs(evidence.Fields);
                break;
            case EvidenceSourceOutput source:
                Node(source.Selection);
                break;
            case ConnectionNodesOutput rows:
                Node(rows.Node);
                Outputs(rows.Record);
                break;
            case GroupsOutput groups:
                Outputs(groups.Fields);
                break;
            case GroupKeyOutput key:
                Node(key.Node);
                break;
            case ObjectOutput o:
                Outputs(o.Fields);
                break;
        }
    }
}
