using System.Runtime.CompilerServices;
using GraphService.Graph.Query;
using GraphService.GraphQL;
using GraphService.GraphQL.Execution;

namespace GraphService.Engine.Pipeline;

/// <summary>Pushes a store's values into the response, and its faults into the response's errors.</summary>
public readonly struct ResponseSink(ResponseWriter response, List<GraphQLError> errors) : IResultSink
{
    public long Position
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => response.Position;
    }

    public void Truncate(long position) => response.Truncate(position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ReadOnlySpan<byte> bytes) => response.Raw(bytes);

    public void Null() => response.Null();

    public void Bool(bool value) => response.Bool(value);

    public void Int(long value) => response.Int(value);

    public void Double(double value) => response.Double(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Text(ReadOnlySpan<byte> utf8, bool isClean) => response.Text(utf8, isClean);

    public void Fault(Output output, ReadOnlySpan<int> indices, QueryFault fault)
    {
        var path = new List<object>();
        var index = 0;
        foreach (var segment in output.Field.Path)
        {
            path.Add(segment is null ? indices[index++] : segment);
        }

        errors.Add(new GraphQLError(fault.Message, fault.Code)
        {
            Locations = ((CompiledField)output.Field.Origin!).Nodes.Select(n => n.Location).OfType<GraphQL.Language.SourceLocation>().ToList(),
            Path = path,
            Extensions = fault.Details,
        });
    }
}
