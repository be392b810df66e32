using GraphService.Graph.Query;

namespace GraphService.Graph.Execution;

/// <summary>What is counted over lists is written alike by every executor; the nodes of groups each reads from its own store.</summary>
internal abstract partial class ResultWriter<TSink>
{
    /// <summary>The least or greatest integer of a list; false when no row has one.</summary>
    protected bool WriteExtreme(List<Group> groups, bool greatest)
    {
        if (groups.Count == 0)
        {
            return false;
        }

        Sink.Int(groups[greatest ? ^1 : 0].Key);
        return true;
    }

    /// <summary>An integer, or the name of a place.</summary>
    protected void WriteGroupKey(GroupKeyOutput output, Group group)
    {
        if (output.Names.Length > 0)
        {
            Sink.Raw(output.Names[group.Key]);
        }
        else
        {
            Sink.Int(group.Key);
        }
    }

    protected void WriteGroupCount(Group group) => Sink.Int(Math.Min(group.Count, int.MaxValue));
}
