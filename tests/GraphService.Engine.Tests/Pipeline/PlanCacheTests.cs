using GraphService.Engine.Binding;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Tests.Music;
using GraphService.GraphQL.Transport;

namespace GraphService.Engine.Tests.Pipeline;

public class PlanCacheTests
{
    private static MusicService Service(EngineLimits? limits = null) => new(Band.Graph(), limits);

    private static OperationPlan? Find(MusicService service, string query, string? operationName = null)
    {
        using var request = GraphQLRequest.Create(query, operationName);
        return service.Engine.Plans.Find(request.QueryBytes, request.OperationName);
    }

    [Fact]
    public void A_query_is_planned_once_whatever_its_variables()
    {
        var service = Service();
        const string query = "query($id: ID!) { node(id: $id) { id } }";
        Assert.Null(Find(service, query));
        Assert.Equal("""{"data":{"node":{"id":"ada"}}}""", service.Text(query, """{"id":"ada"}"""));
        var plan = Find(service, query);
        Assert.NotNull(plan);
        Assert.Equal("""{"data":{"node":{"id":"bo"}}}""", service.Text(query, """{"id":"bo"}"""));
        Assert.Same(plan, Find(service, query));
        Assert.Equal(1, service.Engine.Plans.Count);
    }

    [Fact]
    public void A_plan_is_of_one_operation()
    {
        var service = Service();
        const string query = "query A { a: __typename } query B { b: __typename }";
        Assert.Equal("""{"data":{"a":"Query"}}""", service.Text(query, operationName: "A"));
        Assert.Equal("""{"data":{"b":"Query"}}""", service.Text(query, operationName: "B"));
        Assert.NotSame(Find(service, query, "A"), Find(service, query, "B"));
        Assert.Null(Find(service, query));
        Assert.Equal(2, service.Engine.Plans.Count);
    }

    [Fact]
    public void Arguments_that_are_no_variables_are_bound_once()
    {
        var service = Service();
        const string query = """query($id: ID!) { artist(id: $id) { parts(first: 2) { totalCount } } }""";
        service.Text(query, """{"id":"ada"}""");
        var plan = Find(service, query)!;
        Assert.Same(plan.Slots[1].Bind(GraphQL.Execution.Coercion.VariableValues.Empty, new FilterBudget(1)), plan.Slots[1].Bind(GraphQL.Execution.Coercion.VariableValues.Empty, new FilterBudget(1)));
    }

    [Theory]
    [InlineData("{ nobody }", null)]
    [InlineData("{ __typename", null)]
    [InlineData("query A { __typename } query B { __typename }", null)]
    [InlineData("query A { __typename }", "C")]
    public void What_cannot_run_is_not_kept(string query, string? operationName)
    {
        var service = Service();
        Assert.StartsWith("""{"errors":""", service.Text(query, operationName: operationName));
        Assert.Equal(0, service.Engine.Plans.Count);
    }

    // The request's variables and what it is refused for say nothing of the document.
    [Fact]
    public void A_valid_document_is_kept_though_its_request_is_refused()
    {
        var service = Service();
        Assert.StartsWith("""{"errors":""", service.Text("query($id: ID!) { node(id: $id) { id } }"));
        Assert.Equal(1, service.Engine.Plans.Count);
    }

    [Fact]
    public void No_more_plans_are_kept_than_the_limit()
    {
        var service = Service(new EngineLimits { MaxPlans = 10 });
        for (var i = 0; i < 100; i++)
        {
            service.Text($"{{ a{i}: __typename }}");
            Assert.InRange(service.Engine.Plans.Count, 1, 10);
        }
    }

    [Fact]
    public void No_more_bytes_of_queries_are_kept_than_the_limit()
    {
        var service = Service(new EngineLimits { MaxPlanBytes = 100 });
        for (var i = 0; i < 20; i++)
        {
            service.Text($"{{ a{i:00}: __typename }} # {new string('x', 20)}");
            Assert.InRange(service.Engine.Plans.Count, 1, 2);
        }

        service.Text($"{{ __typename }} # {new string('x', 100)}");
        Assert.InRange(service.Engine.Plans.Count, 1, 2);
        Assert.Null(Find(service, $"{{ __typename }} # {new string('x', 100)}"));
    }
}
