using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Language;

namespace GraphService.GraphQL.Tests.Execution;

public class ErrorWriterTests
{
    private static string Written(params GraphQLError[] errors)
    {
        using var response = ResponseWriter.Rent();
        ErrorWriter.WriteList(response, errors);
        return response.ToString();
    }

    [Fact]
    public void A_message_and_a_code() => Assert.Equal(
        """[{"message":"Say \"id\" or \"name\".","extensions":{"code":"BAD_USER_INPUT"}}]""",
        Written(new GraphQLError("Say \"id\" or \"name\".", ErrorCodes.BadUserInput)));

    [Fact]
    public void Locations() => Assert.Equal(
        """[{"message":"m","locations":[{"line":1,"column":3},{"line":20,"column":1}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]""",
        Written(new GraphQLError("m", ErrorCodes.ValidationFailed) { Locations = [new SourceLocation(1, 3), new SourceLocation(20, 1)] }));

    [Fact]
    public void A_path_of_names_and_indices() => Assert.Equal(
        """[{"message":"m","path":["films","nodes",0,"title"],"extensions":{"code":"TIMEOUT"}}]""",
        Written(new GraphQLError("m", ErrorCodes.Timeout) { Path = ["films", "nodes", 0, "title"] }));

    [Fact]
    public void Several_errors_and_none()
    {
        Assert.Equal(
            """[{"message":"a","extensions":{"code":"TIMEOUT"}},{"message":"b","extensions":{"code":"TIMEOUT"}}]""",
            Written(new GraphQLError("a", ErrorCodes.Timeout), new GraphQLError("b", ErrorCodes.Timeout)));
        Assert.Equal("[]", Written());
    }

    [Fact]
    public void A_limit_names_itself_and_its_value() => Assert.Equal(
        """[{"message":"Too much.","extensions":{"code":"LIMIT_COST","limit":{"name":"COST","value":1000}}}]""",
        Written(GraphQLErrors.Limit("COST", 1_000, "Too much.")));

    [Fact]
    public void Extensions_of_every_kind()
    {
        var error = new GraphQLError("m", ErrorCodes.AmbiguousName)
        {
            Extensions =
            [
                new("candidates", new object?[] { new Dictionary<string, object?> { ["id"] = "p1", ["label"] = "A\t\"B\"" }, Array.Empty<KeyValuePair<string, object?>>() }),
                new("total", 2),
                new("large", long.MaxValue),
                new("share", 0.5),
                new("exact", true),
                new("argument", null),
                new("names", new List<string> { "a", "b" }),
                new("none", Array.Empty<int>()),
                new("a \"name\"", 1),
            ],
        };
        Assert.Equal(
            """[{"message":"m","extensions":{"code":"AMBIGUOUS_NAME","candidates":[{"id":"p1","label":"A\t\"B\""},{}],"total":2,"large":9223372036854775807,"share":0.5,"exact":true,"argument":null,"names":["a","b"],"none":[],"a \"name\"":1}}]""",
            Written(error));
    }

    [Fact]
    public void An_extension_without_a_JSON_form_is_a_mistake_of_the_program()
    {
        var error = Assert.Throws<ArgumentException>(() => Written(new GraphQLError("m", "C") { Extensions = [new("at", DateTime.UnixEpoch)] }));
        Assert.Equal("No JSON for DateTime. (Parameter 'value')", error.Message);
    }

    [Fact]
    public void A_refused_request_has_errors_only_whatever_was_written_before()
    {
        using var response = ResponseWriter.Rent();
        response.Raw("{\"data\":{"u8);
        ErrorWriter.WriteRequestErrors(response, [new GraphQLError("m", ErrorCodes.BadRequest)]);
        Assert.Equal("""{"errors":[{"message":"m","extensions":{"code":"BAD_REQUEST"}}]}""", response.ToString());
        Assert.Equal(ResponseKind.RequestError, response.Kind);
    }
}
