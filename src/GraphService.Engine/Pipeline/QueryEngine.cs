using GraphService.Engine.Schema;
using GraphService.Graph;
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
/// run the plan on the store, whose values go straight into the response.
/// </summary>
public sealed class QueryEngine(Domain domain, IGraphStore<ResponseSink> store, EngineLimits limits, ParserOptions? parsing = null, ValidationOptions? validation = null) : IRequestExecutor
{
    internal PlanCache Plans { get; } = new(limits);

    public string Sdl => domain.Sdl;

    /// <inheritdoc/>
    public ValueTask ExecuteAsync(GraphQLRequest request, ResponseWriter response, CancellationToken cancellationToken)
    {
        try
        {
            return FindPlan(request, response) is { } plan && Bind(plan, request, response) is { } bound ? RunAsync(bound, response, cancellationToken) : ValueTask.CompletedTask;
        }
        catch (GraphQLException refused) when (refused.Error.Code != ErrorCodes.BadRequest)
        {
            ErrorWriter.WriteRequestErrors(response, [refused.Error]);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>
    /// How a request is answered, as text, without running it: its plan and, when its variables can be used, what the store would send. Null when its
    /// document is refused, which the response then says.
    /// </summary>
    public string? Explain(GraphQLRequest request, ResponseWriter response)
    {
        try
        {
            if (FindPlan(request, response) is not { } plan)
            {
                return null;
            }

            var text = plan.Describe(domain.Model);
            using var unused = ResponseWriter.Rent();
            return plan.ReadsGraph && Bind(plan, request, unused) is { } bound
                ? string.Concat(store.Explain(bound.Request(limits)).Select(s => "\n" + s + "\n").Prepend(text))
                : text;
        }
        catch (GraphQLException refused)
        {
            ErrorWriter.WriteRequestErrors(response, [refused.Error]);
            return null;
        }
        catch (GraphStoreException failure) when (failure.Failure == StoreFailure.TooLarge)
        {
            WriteTooLarge(response, failure);
            return null;
        }
    }

    /// <summary>A plan with the request's variables in it; null when the request is refused, which the response then says.</summary>
    private BoundPlan? Bind(OperationPlan plan, GraphQLRequest request, ResponseWriter response)
    {
        if (request.ReadOnly && plan.Operation.Definition.Operation != OperationType.Query)
        {
            response.Kind = ResponseKind.NotAllowed;
            return null;
        }

        var (variables, errors) = plan.Operation.Definition.VariableDefinitions.Count == 0
            ? (VariableValues.Empty, [])
            : VariableCoercion.Coerce(domain.Schema, plan.Operation.Definition, request.GetVariables());
        if (variables is null)
        {
            ErrorWriter.WriteRequestErrors(response, errors);
            return null;
        }

        var conditions = plan.Conditions(variables);
        var slots = plan.Bind(variables, conditions, limits);
        var cost = plan.Cost(slots, conditions);
        if (cost > limits.MaxCost)
        {
            ErrorWriter.WriteRequestErrors(response, [GraphQLErrors.Limit("COST", limits.MaxCost, $"The operation may answer with {cost} rows, but at most {limits.MaxCost} are served: ask for smaller pages or fewer levels.")]);
            return null;
        }

        return new BoundPlan(plan, variables, conditions, slots);
    }

    private OperationPlan? FindPlan(GraphQLRequest request, ResponseWriter response) =>
        Plans.Find(request.QueryBytes, request.OperationName) ?? Plan(request, response);

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

    private ValueTask RunAsync(in BoundPlan bound, ResponseWriter response, CancellationToken cancel)
    {
        var errors = new List<GraphQLError>();
        if (!bound.Plan.ReadsGraph)
        {
            Write(bound, null, response, errors);
            return ValueTask.CompletedTask;
        }

        ValueTask<IGraphExecution<ResponseSink>> beginning;
        try
        {
            beginning = store.BeginAsync(bound.Request(limits), new ResponseSink(response, errors), cancel);
        }
        catch (GraphStoreException failure) when (failure.Failure == StoreFailure.Unavailable)
        {
            WriteUnavailable(response, failure);
            return ValueTask.CompletedTask;
        }

        // A store in memory has begun already: no state machine for it.
        if (!beginning.IsCompletedSuccessfully)
        {
            return WriteAsync(bound, beginning, response, errors);
        }

        using var execution = beginning.Result;
        Write(bound, execution, response, errors);
        return ValueTask.CompletedTask;
    }

    private async ValueTask WriteAsync(BoundPlan bound, ValueTask<IGraphExecution<ResponseSink>> beginning, ResponseWriter response, List<GraphQLError> errors)
    {
        try
        {
            using var execution = await beginning;
            Write(bound, execution, response, errors);
        }
        catch (GraphStoreException failure) when (failure.Failure == StoreFailure.Unavailable)
        {
            WriteUnavailable(response, failure);
        }
        catch (GraphStoreException failure) when (failure.Failure == StoreFailure.Timeout)
        {
            throw new TimeoutException(failure.Message, failure);
        }
        catch (GraphStoreException failure) when (failure.Failure == StoreFailure.TooLarge)
        {
            WriteTooLarge(response, failure);
        }
    }

    private static void WriteTooLarge(ResponseWriter response, GraphStoreException failure) =>
        ErrorWriter.WriteRequestErrors(response, [new GraphQLError(failure.Message, ErrorCodes.Limit("MEMORY"))]);

    private static void WriteUnavailable(ResponseWriter response, GraphStoreException failure)
    {
        ErrorWriter.WriteRequestErrors(response, [new GraphQLError(failure.Message, ErrorCodes.Unavailable)]);
        response.Kind = ResponseKind.Unavailable;
        response.RetryAfterSeconds = failure.RetryAfterSeconds;
    }

    // Spec, ExecuteRootSelectionSet(): one field after the other, in the order of the selection.
    private void Write(in BoundPlan bound, IGraphExecution<ResponseSink>? execution, ResponseWriter response, List<GraphQLError> errors)
    {
        response.Raw("{\"data\":"u8);
        var data = response.Position;
        response.Raw("{"u8);
        var written = true;
        var comma = 1;
        for (var i = 0; written && i < bound.Plan.Roots.Count; i++)
        {
            var (field, root) = bound.Plan.Roots[i];
            if (field.Condition >= 0 && !bound.Conditions[field.Condition])
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
                written = IntrospectionSource.Write(field, new IntrospectionContext { Schema = domain.Schema, Response = response, Variables = bound.Variables, Conditions = bound.Conditions, Errors = errors });
            }
            else
            {
                written = execution!.WriteRoot(root);
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

    /// <summary>A plan and what a request fills into it.</summary>
    private readonly record struct BoundPlan(OperationPlan Plan, VariableValues Variables, bool[] Conditions, BoundSlot[] Slots)
    {
        public GraphRequest Request(EngineLimits limits) => new(Plan.Graph, Slots, Conditions, new SearchLimits(limits.MaxVisited, limits.MaxGraphSize));
    }
}
