namespace GraphService.Neo4j.Loading;

/// <summary>Takes values and counts roughly how many bytes they are.</summary>
internal sealed class ByteCounter : IParameterSink
{
    private const int Marker = 5;

    public long Bytes { get; private set; }

    public void Clear(long bytes = 0) => Bytes = bytes;

    public void Null() => Bytes++;

    public void Bool(bool value) => Bytes++;

    public void Int(long value) => Bytes += Marker;

    public void Double(double value) => Bytes += Marker;

    public void Text(ReadOnlySpan<byte> utf8) => Bytes += Marker + utf8.Length;

    public void Key(ReadOnlySpan<byte> utf8) => Bytes += Marker + utf8.Length;

    public void BeginList(int count) => Bytes += Marker;

    public void EndList()
    {
    }

    public void BeginMap(int count) => Bytes += Marker;

    public void EndMap()
    {
    }
}
