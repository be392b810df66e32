using System.Text;

namespace GraphService.Neo4j.Loading;

/// <summary>What a batch's statement is given: whose turn it is, and the rows.</summary>
internal sealed class BatchParameters(string run, GraphSlot slot, string fingerprint, Batch batch) : ICypherParameters
{
    private readonly byte[] _run = Encoding.UTF8.GetBytes(run);
    private readonly byte[] _slot = Encoding.UTF8.GetBytes(slot.Served);
    private readonly byte[] _fingerprint = Encoding.UTF8.GetBytes(fingerprint);

    public int Count => 1;

    public void Write(IParameterSink sink)
    {
        sink.Key("p"u8);
        sink.BeginMap(6);
        sink.Key("run"u8);
        sink.Text(_run);
        sink.Key("slot"u8);
        sink.Text(_slot);
        sink.Key("of"u8);
        sink.Text(_fingerprint);
        sink.Key("at"u8);
        sink.Int(batch.Number);
        sink.Key("count"u8);
        sink.Int(batch.Count);
        sink.Key("rows"u8);
        batch.Step.WriteRows(batch.First, batch.Count, sink);
        sink.EndMap();
    }
}
