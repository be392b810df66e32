using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Engine.Tests.Music;

/// <summary>A computed object that holds itself once; it fails when it is asked to, while binding or while computing.</summary>
internal sealed class ProbeField : CodeField
{
    public override string Coordinate => "Query.probe";

    public override ComputedField Computation { get; } = new Echo();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => arguments["refuse"] is true
        ? throw new QueryFaultException(QueryFault.BadInput("refuse", "refuse must not be true."))
        : arguments["fail"] is true ? Failure : arguments["value"];

    private const string Failure = "failure";

    private sealed class Echo : ComputedField
    {
        public override object? Compute(ComputeContext context, int node, BoundSlot slot, bool needsCount)
        {
            context.Cancel.ThrowIfCancellationRequested();
            if (slot.Arguments is Failure)
            {
                throw new QueryFaultException(QueryFault.Limit("VISITED", 7, "The search looked at 7 relationships without an answer."));
            }

            var value = slot.Arguments;
            var tags = new List<object?> { "a \"tag\"", "b" };
            return new object?[] { value, null, tags, new object?[] { value, null, tags, null } };
        }
    }
}
