using GraphService.Engine.Pipeline;
using GraphService.Engine.Tests.Music;
using GraphService.GraphQL.Execution;

namespace GraphService.Engine.Tests.Pipeline;

/// <summary>@skip and @include by variables, over one plan.</summary>
public class ConditionTests
{
    private static readonly MusicService Service = new(Band.Graph());

    [Theory]
    [InlineData(true, true, """{"artist":{"name":"Ada","id":"ada"},"__typename":"Query"}""")]
    [InlineData(true, false, """{"artist":{"name":"Ada","id":"ada"},"__typename":"Query"}""")]
    [InlineData(false, true, """{"__typename":"Query","artist":{"id":"ada","name":"Ada"}}""")]
    [InlineData(false, false, """{"__typename":"Query","artist":{"id":"ada"}}""")]
    public void A_field_stands_where_it_is_first_selected(bool a, bool b, string data) => Assert.Equal(
        $$"""{"data":{{data}}}""",
        Service.Text(
            """query($a: Boolean!, $b: Boolean!) { artist(id: "ada") @include(if: $a) { name } __typename artist(id: "ada") { id name @include(if: $b) } }""",
            $$"""{"a":{{(a ? "true" : "false")}},"b":{{(b ? "true" : "false")}}}"""));

    [Fact]
    public void An_object_may_be_left_without_fields() => Assert.Equal(
        """{"data":{"artist":{},"artists":{"nodes":[{},{}]}}}""",
        Service.Text(
            """query($a: Boolean!) { artist(id: "ada") { name @include(if: $a) ... @include(if: $a) { id } } artists { nodes { id @include(if: $a) } } }""",
            """{"a":false}"""));

    [Fact]
    public void A_default_decides_where_no_value_is_given() => Assert.Equal(
        """{"data":{"artist":{"name":"Ada"}}}""",
        Service.Text("""query($a: Boolean = true) { artist(id: "ada") { name @include(if: $a) id @skip(if: $a) } }"""));

    // Spec, All Variable Usages Are Allowed: a nullable variable with a default may stand here, and be given null all the same.
    [Theory]
    [InlineData("""query($a: Boolean = true) { artist(id: "ada") { id name @include(if: $a) } }""", 70)]
    [InlineData("""query($a: Boolean = true) { artist(id: "ada") { id id @skip(if: $a) } }""", 65)]
    [InlineData("""query($a: Boolean = true) { __schema { ... @include(if: $a) { description } } }""", 57)]
    public void A_null_is_an_error_of_the_request(string query, int column) => Assert.Equal(
        ($$$"""{"errors":[{"message":"Variable \"$a\" decides in @skip or @include whether fields are answered: it must be true or false, not null.","locations":[{"line":1,"column":{{{column}}}}],"extensions":{"code":"BAD_USER_INPUT","argument":"a"}}]}""", ResponseKind.RequestError),
        Service.Answer(query, """{"a":null}"""));

    [Fact]
    public void What_is_left_out_costs_nothing_and_is_not_refused()
    {
        const string query = """
            query($a: Boolean!, $first: Int) {
              artists(first: 3) {
                nodes { id ... @include(if: $a) { parts(first: $first) { nodes { recording { parts(first: 100) { totalCount } } } } } }
              }
            }
            """;
        var service = new MusicService(Band.Graph(), new EngineLimits { MaxCost = 100 });
        Assert.Equal("""{"data":{"artists":{"nodes":[{"id":"ada"},{"id":"bo"}]}}}""", service.Text(query, """{"a":false,"first":1000}"""));
        Assert.Equal("The operation may answer with 609 rows, but at most 100 are served: ask for smaller pages or fewer levels.", service.Error(query, """{"a":true,"first":2}""")["message"]!.GetValue<string>());
    }
}
