using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Store;

namespace GraphService.Graph.Execution;

internal sealed partial class PlanExecutor<TSink>
{
    private bool WriteNode(NodeSelection selection, int node)
    {
        var kind = _graph.Kinds[node];
        return kind < selection.ByKind.Length && selection.ByKind[kind] is { } fields && WriteNodeFields(fields, node);
    }

    /// <summary>An object about one node. Its own texts and integers, of which most answers consist, are read without going through a frame.</summary>
    private bool WriteNodeFields(Output[] fields, int node)
    {
        var table = _graph.TableOf[node];
        var columns = _graph.NodeColumns[table];
        var place = node - _graph.Tables[table].First;
        var isFirst = true;
        foreach (var field in fields)
        {
            if (field.Condition >= 0 && !_conditions[field.Condition])
            {
                continue;
            }

            Sink.Raw(isFirst ? field.FirstKey : field.Key);
            isFirst = false;
            var at = Sink.Position;
            var written = field.Kind switch
            {
                OutputKind.Text when ((ValueOutput)field).Value is { Subject: Subject.Node, Property: { } property } => WriteText(((TextColumn)columns[property.Index]).Values[place]),
                OutputKind.Int when ((ValueOutput)field).Value is { Subject: Subject.Node, Property: { } property } => WriteInt(((IntColumn)columns[property.Index]).Values[place]),
                OutputKind.Id when ((ValueOutput)field).Value.Subject == Subject.Node => WriteText(_graph.Ids[node]),
                OutputKind.Connection => WriteConnection((ConnectionOutput)field, node),
                _ => WriteValue(field, new Frame(node, -1)),
            };
            if (!written && !Written(false, field, at))
            {
                return false;
            }
        }

        CloseObject(isFirst);
        return true;
    }

    private bool WriteObject(Output[] fields, in Frame frame)
    {
        var isFirst = true;
        foreach (var field in fields)
        {
            if (field.Condition >= 0 && !_conditions[field.Condition])
            {
                continue;
            }

            Sink.Raw(isFirst ? field.FirstKey : field.Key);
            isFirst = false;
            var at = Sink.Position;
            if (!WriteValue(field, frame) && !Written(false, field, at))
            {
                return false;
            }
        }

        CloseObject(isFirst);
        return true;
    }

    private bool WriteValue(Output output, in Frame frame)
    {
        switch (output.Kind)
        {
            case OutputKind.Constant:
                Sink.Raw(((ConstantOutput)output).Json);
                return true;
            case OutputKind.Id:
            case OutputKind.Text:
                return WriteText(Values.Text(_graph, ((ValueOutput)output).Value, frame.Row));
            case OutputKind.Int:
                return WriteInt(Values.Int(_graph, ((ValueOutput)output).Value, frame.Row));
            case OutputKind.Enum:
            case OutputKind.KindName:
            case OutputKind.TypeName:
                return WritePlace((ValueOutput)output, frame.Row);
            case OutputKind.TextList:
            case OutputKind.IntList:
                return WriteItems(((ValueOutput)output).Value, frame.Row);
            case OutputKind.DistinctTypeNames:
                return WriteDistinctTypes((DistinctTypeNamesOutput)output, frame.Row.Node);
            case OutputKind.Node:
                return WriteNodeOf((NodeOutput)output, frame);
            case OutputKind.Nodes:
                return WriteNodes((NodesOutput)output, frame.Row.Node);
            case OutputKind.Records:
                return WriteRecords((RecordsOutput)output, frame.Row.Node);
            case OutputKind.Evidence:
                return WriteEvidence((EvidenceOutput)output, frame.Row);
            case OutputKind.EvidenceSource:
                return WriteNode(((EvidenceSourceOutput)output).Selection, frame.Evidence.Source);
            case OutputKind.EvidenceLocator:
                return WriteText(frame.Evidence.Locator);
            case OutputKind.Properties:
                return WriteProperties((PropertiesOutput)output, frame.Row);
            case OutputKind.PropertyName:
                Sink.Raw(frame.Property!.Json);
                return true;
            case OutputKind.PropertyValue:
                return WritePropertyValue(frame.Property!.Property, frame.Row.Relationship);
            case OutputKind.RowRecord:
                return WriteObject(((ObjectOutput)output).Fields, frame);
            case OutputKind.Computed:
                return WriteComputed((ComputedOutput)output, frame.Row.Node);
            case OutputKind.Member:
                return WriteComputedValue(((MemberOutput)output).Shape, frame.Members![((MemberOutput)output).Member]);
            default:
                return WriteConnectionPart(output, frame);
        }
    }

    private bool WriteText(TextRef text)
    {
        if (text.IsNull)
        {
            return false;
        }

        Sink.Text(_graph.Text(text), text.IsClean);
        return true;
    }

    private bool WriteInt(int value)
    {
        if (value == IntColumn.Missing)
        {
            return false;
        }

        Sink.Int(value);
        return true;
    }

    private bool WritePlace(ValueOutput output, Step row)
    {
        var place = Values.Place(_graph, output.Value, row);
        if (place < 0)
        {
            return false;
        }

        Sink.Raw(output.Names[place]);
        return true;
    }

    private bool WriteItems(ValueRef value, Step row)
    {
        Sink.Raw("["u8);
        var first = true;
        switch (Values.Find(_graph, value, row, out var place))
        {
            case TextListColumn texts:
                foreach (var item in texts.ItemsOf(place))
                {
                    Separate(ref first);
                    WriteText(item);
                }

                break;
            case IntListColumn numbers:
                foreach (var item in numbers.ItemsOf(place))
                {
                    Separate(ref first);
                    Sink.Int(item);
                }

                break;
        }

        Sink.Raw("]"u8);
        return true;
    }

    private bool WriteDistinctTypes(DistinctTypeNamesOutput output, int node)
    {
        ulong types = 0;
        foreach (var step in _graph.Adjacencies[output.Adjacency.Index].Of(node))
        {
            types |= 1UL << _graph.RelationshipTypes[step.Relationship];
        }

        Sink.Raw("["u8);
        var first = true;
        for (; types != 0; types &= types - 1)
        {
            Separate(ref first);
            Sink.Raw(output.Names[System.Numerics.BitOperations.TrailingZeroCount(types)]);
        }

        Sink.Raw("]"u8);
        return true;
    }

    private bool WriteNodeOf(NodeOutput output, in Frame frame)
    {
        var node = Values.Node(_graph, output.Subject, frame.Row);
        if (node >= 0 && output.FirstOf is { } adjacency)
        {
            var steps = _graph.Adjacencies[adjacency.Index].Of(node);
            node = steps.IsEmpty ? -1 : steps[0].Node;
        }

        return node >= 0 && WriteNode(output.Selection, node);
    }

    private bool WriteNodes(NodesOutput output, int node)
    {
        Sink.Raw("["u8);
        var depth = Depth++;
        int index = 0, previous = -1;
        foreach (var step in _graph.Adjacencies[output.Adjacency.Index].Of(node))
        {
            // The list is in the far ends' order: parallel relationships stand together.
            if (step.Node == previous)
            {
                continue;
            }

            previous = step.Node;
            Sink.Raw(index == 0 ? ""u8 : ","u8);
            Indices[depth] = index++;
            _interruption.Check();
            if (!WriteNode(output.Selection, step.Node))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }

    private bool WriteRecords(RecordsOutput output, int node)
    {
        Sink.Raw("["u8);
        var depth = Depth++;
        var index = 0;
        foreach (var step in _graph.Adjacencies[output.Adjacency.Index].Of(node))
        {
            Sink.Raw(index == 0 ? ""u8 : ","u8);
            Indices[depth] = index++;
            _interruption.Check();
            if (!WriteObject(output.Fields, new Frame(step.Node, step.Relationship)))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }

    private bool WriteEvidence(EvidenceOutput output, Step row)
    {
        var items = output.Subject == Subject.Relationship
            ? _graph.RelationshipEvidence.Of(row.Relationship)
            : _graph.NodeEvidence.Of(Values.Node(_graph, output.Subject, row));
        Sink.Raw("["u8);
        var depth = Depth++;
        for (var i = 0; i < items.Length; i++)
        {
            Sink.Raw(i == 0 ? ""u8 : ","u8);
            Indices[depth] = i;
            if (!WriteObject(output.Fields, new Frame(row.Node, row.Relationship) { Evidence = items[i] }))
            {
                return false;
            }
        }

        Depth = depth;
        Sink.Raw("]"u8);
        return true;
    }
}
