using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Engine.Tests.Music;

/// <summary>A computed object that holds itself; it fails when it is asked to, while binding or while computing, and a value of 0 leaves it without tags.</summary>
internal sealed class ProbeField : CodeField
{
    public override string Coordinate => "Query.probe";

    public override ComputedField Computation { get; } = new Echo();

    public override object? Bind(ArgumentValues arguments, GraphModel model) => arguments["refuse"] is true
        ? throw new QueryFaultException(QueryFault.BadInput("refuse", "refuse must not be true."))
        : arguments["fail"] is true ? Failure : arguments["value"];

    private const string Failure = "failure";
    private const long Hollow = 0;

    private sealed class Echo : ComputedField
    {
        public override object? Compute(ComputeContext context, int parent, BoundSlot slot, bool needsCount)
        {
            context.Cancel.ThrowIfCancellationRequested();
            if (slot.Arguments is Failure)
            {
                throw new QueryFaultException(QueryFault.Limit("VISITED", 7, "The search looked at 7 relationships without an answer."));
            }

            var probe = new object?[] { slot.Arguments, null, slot.Arguments is Hollow ? null : new List<object?> { "a \"tag\"", "b" }, null };
            probe[3] = probe;
            return probe;
        }
    }
}
