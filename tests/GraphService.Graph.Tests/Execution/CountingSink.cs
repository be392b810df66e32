using GraphService.Graph.Query;

namespace GraphService.Graph.Tests.Execution;

/// <summary>Counts what is pushed and keeps nothing of it.</summary>
internal readonly struct CountingSink(CountingSink.Tally tally) : IResultSink
{
    internal sealed class Tally
    {
        public long Bytes { get; set; }

        public int Faults { get; set; }
    }

    public long Position => tally.Bytes;

    public void Truncate(long position) => tally.Bytes = position;

    public void Raw(ReadOnlySpan<byte> bytes) => tally.Bytes += bytes.Length;

    public void Null() => tally.Bytes += 4;

    public void Bool(bool value) => tally.Bytes += value ? 4 : 5;

    public void Int(long value) => tally.Bytes++;

    public void Double(double value) => tally.Bytes++;

    public void Text(ReadOnlySpan<byte> utf8, bool isClean) => tally.Bytes += utf8.Length + 2;

    public void Fault(Output output, ReadOnlySpan<int> indices, QueryFault fault) => tally.Faults++;
}
