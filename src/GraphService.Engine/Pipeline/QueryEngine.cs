using GraphService.Engine.Schema;
using GraphService.Graph.Execution;
using GraphService.Graph.Query;
using GraphService.GraphQL;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.Introspection;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.Transport;
using GraphService.GraphQL.Validation;

namespace GraphService.Engine.Pipeline;

/// <summary>
/// The way of a request: parse, validate, compile, bind (kept: one plan per document and operation), then coerce the variables, check the cost, and
/// run the plan, whose values go straight into the response.
/// </summary>
public sealed class QueryEngine(Domain domain, GraphHolder graphs, EngineLimits limits, ParserOptions? parsing = null, ValidationOptions? validation = null) : IRequestExecutor
{
    internal PlanCache Plans { get; } = new(limits);

    public string Sdl => domain.Sdl;

    /// <inheritdoc/>
    public ValueTask ExecuteAsync(GraphQLRequest request, ResponseWriter response, CancellationToken cancellationToken)
    {
        try
        {
            Execute(request, response, cancellationToken);
        }
        catch (GraphQLException refused) when (refused.Error.Code != ErrorCodes.BadRequest)
        {
            ErrorWriter.WriteRequestErrors(response, [refused.Error]);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>How a request is answered: its plan as text, without running it. Null when its document is refused, which the response then says.</summary>
    public string? Explain(GraphQLRequest request, ResponseWriter response)
    {
        try
        {
            return (Plans.Find(request.QueryBytes, request.OperationName) ?? Plan(request, response))?.Describe(domain.Model);
        }
        catch (GraphQLException refused)
        {
            ErrorWriter.WriteRequestErrors(response, [refused.Error]);
            return null;
        }
    }

    private void Execute(GraphQLRequest request, ResponseWriter response, CancellationToken cancel)
    {
        var plan = Plans.Find(request.QueryBytes, request.OperationName) ?? Plan(request, response);
        if (plan is null)
        {
            return;
        }

        if (request.ReadOnly && plan.Operation.Definition.Operation != OperationType.Query)
        {
            response.Kind = ResponseKind.NotAllowed;
            return;
        }

        var (variables, errors) = plan.Operation.Definition.VariableDefinitions.Count == 0
            ? (VariableValues.Empty, [])
            : VariableCoercion.Coerce(domain.Schema, plan.Operation.Definition, request.GetVariables());
        if (variables is null)
        {
            ErrorWriter.WriteRequestErrors(response, errors);
            return;
        }

        Run(plan, variables, response, cancel);
    }

    /// <summary>A plan for the request's document; null when the document is invalid, which the response then says.</summary>
    private OperationPlan? Plan(GraphQLRequest request, ResponseWriter response)
    {
        var document = Parser.ParseDocument(new SourceText(request.GetQuery()), parsing);
        var errors = DocumentValidator.Validate(domain.Schema, document, validation);
        if (errors.Count > 0)
        {
            ErrorWriter.WriteRequestErrors(response, errors);
            return null;
        }

        var operation = OperationCompiler.GetOperation(document, request.OperationName);
        var plan = OperationPlan.Create(domain, limits, OperationCompiler.Compile(domain.Schema, document, operation));
        Plans.Add(request.QueryBytes, request.OperationName, plan);
        return plan;
    }

    private void Run(OperationPlan plan, VariableValues variables, ResponseWriter response, CancellationToken cancel)
    {
        var conditions = plan.Conditions(variables);
        var slots = plan.Bind(variables, conditions, limits);
        var cost = plan.Cost(slots, conditions);
        if (cost > limits.MaxCost)
        {
            ErrorWriter.WriteRequestErrors(response, [GraphQLErrors.Limit("COST", limits.MaxCost, $"The operation may answer with {cost} rows, but at most {limits.MaxCost} are served: ask for smaller pages or fewer levels.")]);
            return;
        }

        var graph = plan.ReadsGraph ? graphs.Acquire() : null;
        if (plan.ReadsGraph && graph is null)
        {
            ErrorWriter.WriteRequestErrors(response, [new GraphQLError("No graph is loaded yet: try again in a moment.", ErrorCodes.Unavailable)]);
            response.Kind = ResponseKind.Unavailable;
            return;
        }

        try
        {
            Write(plan, variables, conditions, slots, graph, response, cancel);
        }
        finally
        {
            graph?.Snapshot.Release();
        }
    }

    // Spec, ExecuteRootSelectionSet(): one field after the other, in the order of the selection.
    private void Write(OperationPlan plan, VariableValues variables, bool[] conditions, BoundSlot[] slots, LoadedGraph? graph, ResponseWriter response, CancellationToken cancel)
    {
        var errors = new List<GraphQLError>();
        response.Raw("{\"data\":"u8);
        var data = response.Position;
        response.Raw("{"u8);
        var written = true;
        var comma = 1;
        using (var execution = graph is null ? default : new EmbeddedExecution<ResponseSink>(
            new ComputeContext(graph.Snapshot, graph.Algorithms, limits.MaxVisited, cancel), slots, conditions, new ResponseSink(response, errors)))
        {
            for (var i = 0; written && i < plan.Roots.Count; i++)
            {
                var (field, root) = plan.Roots[i];
                if (field.Condition >= 0 && !conditions[field.Condition])
                {
                    continue;
                }

                response.Raw(field.Key.AsSpan(comma));
                comma = 0;
                if (field.Definition.Name == "__typename")
                {
                    response.Text(field.ParentType.Name);
                }
                else if (root is null)
                {
                    written = IntrospectionSource.Write(field, new IntrospectionContext { Schema = domain.Schema, Response = response, Variables = variables, Conditions = conditions, Errors = errors });
                }
                else
                {
                    written = execution.WriteRoot(root);
                }
            }
        }

        if (written)
        {
            response.Raw("}"u8);
        }
        else
        {
            response.Truncate(data);
            response.Null();
        }

        WriteErrors(response, errors);
        response.Raw("}"u8);
        response.Kind = ResponseKind.Executed;
    }

    private static void WriteErrors(ResponseWriter response, List<GraphQLError> errors)
    {
        if (errors.Count > 0)
        {
            response.Raw(",\"errors\":"u8);
            ErrorWriter.WriteList(response, errors);
        }
    }
}
