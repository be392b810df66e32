namespace GraphService.Graph.Store.Building;

/// <summary>The relationships of a snapshot while they are added, type by type.</summary>
internal sealed class RelationshipSections : IDisposable
{
    public List<int> Firsts { get; } = [];

    public List<Column[]> Columns { get; } = [];

    public List<Section<int>?> References { get; } = [];

    public List<KeyValuePair<string, int>> Counts { get; } = [];

    public NativeList<byte> Types { get; } = new();

    public NativeList<int> Starts { get; } = new();

    public NativeList<int> Ends { get; } = new();

    public EvidenceBuilder Evidence { get; } = new();

    public void Dispose()
    {
        Types.Dispose();
        Starts.Dispose();
        Ends.Dispose();
        Evidence.Dispose();
    }
}
