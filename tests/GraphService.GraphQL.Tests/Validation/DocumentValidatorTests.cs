using GraphService.GraphQL.Language;
using GraphService.GraphQL.Validation;

namespace GraphService.GraphQL.Tests.Validation;

public class DocumentValidatorTests
{
    // What GraphiQL and code generators send, with the options of September 2025.
    private const string IntrospectionQuery = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type {
          kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
            ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;

    private static IReadOnlyList<GraphQLError> Validate(string query, ValidationOptions? options = null) =>
        DocumentValidator.Validate(FilmSchema.Instance, Parser.ParseDocument(new SourceText(query)), options);

    [Fact]
    public void The_introspection_query_of_the_usual_tools_is_valid() => Assert.Empty(Validate(IntrospectionQuery));

    [Fact]
    public void A_query_that_uses_everything_is_valid() => Assert.Empty(Validate(
        """
        query Search($id: ID!, $role: Role = ACTOR, $where: FilmFilter!, $withCast: Boolean!) @cached(seconds: 60) {
          person(by: { id: $id }) { ...Names born films(roles: [DIRECTOR, $role], first: 5) { title } }
          films(where: { and: [$where, { score: 7, genres: "noir" }] }) {
            __typename
            title
            cast(role: $role) @include(if: $withCast) { ...Names }
            ... on Node { id }
          }
          honoree { ... on Person { ...Names } ... on Film { t: title } }
        }
        fragment Names on Named { id name }
        """));

    [Fact]
    public void A_query_with_faults_of_several_rules_gets_one_error_for_each()
    {
        var errors = Validate(
            """
            query A($unused: Int, $n: Int) {
              film(id: 1.5, nme: "a") { titel director }
              films(where: { title: $n }) { id }
            }
            """);

        Assert.Equal(
            [
                "2:17 Unknown argument \"nme\" on field \"Query.film\".",
                "2:12 ID cannot represent a non-string and non-integer value: 1.5",
                "2:29 Cannot query field \"titel\" on type \"Film\". Did you mean \"title\"?",
                "2:35 Field \"director\" of type \"Person\" must have a selection of subfields. Did you mean \"director { ... }\"?",
                "1:9 Variable \"$unused\" is never used in operation \"A\".",
                " Too many validation errors, error limit reached. Validation aborted.",
            ],
            errors.Select(e => $"{string.Join(' ', e.Locations.Take(1).Select(l => $"{l.Line}:{l.Column}"))} {e.Message}"));
        Assert.All(errors, e => Assert.Equal(ErrorCodes.ValidationFailed, e.Code));
    }

    [Fact]
    public void As_many_errors_as_allowed_are_all_there_is_to_say() =>
        Assert.Equal(5, Validate("{ a b c d e }").Count);

    [Fact]
    public void One_error_more_ends_validation()
    {
        var errors = Validate("{ a1 a2 a3 a4 a5 a6 a7 a8 }");

        Assert.Equal(6, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[^1].Message);
        Assert.Empty(errors[^1].Locations);
    }

    [Fact]
    public void A_cycle_is_the_only_error_because_nothing_else_is_looked_at() => Assert.Equal(
        ["Cannot spread fragment \"F\" within itself."],
        Validate("{ unknown film { ...F } } fragment F on Film { unknown ...F }").Select(e => e.Message));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Cycles_of_any_length_are_refused(int length)
    {
        var fragments = Enumerable.Range(0, length).Select(i => $" fragment F{i} on Film {{ director {{ films {{ ...F{(i + 1) % length} }} }} }}");

        Assert.StartsWith("Cannot spread fragment \"F0\" within itself", Assert.Single(Validate("{ film { ...F0 } }" + string.Concat(fragments))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tower_of_fragments_is_valid_when_it_is_not_deep()
    {
        var floors = Enumerable.Range(0, 30).Select(i => $" fragment F{i} on Film {{ ...F{i + 1} ...F{i + 1} }}");

        Assert.Empty(Validate("{ film { ...F0 } } fragment F30 on Film { id }" + string.Concat(floors)));
    }

    [Fact]
    public void A_document_of_the_largest_size_that_parses_is_valid() =>
        Assert.Empty(Validate("{ film {" + string.Concat(Enumerable.Repeat(" id", 2_047)) + " } }"));

    [Theory]
    [InlineData("{ film ", "{ director ", "{ id }", " }", " }")]
    [InlineData("{ film { unknown ", "... { id ", "id", " }", " } }")]
    [InlineData("{ films(years: ", "[", "1", "]", ") { id } }")]
    [InlineData("{ films(where: ", "{ and: ", "1", "}", ") { id } }")]
    [InlineData("{ films(first: ", "[", "1", "]", ") { id } }")]
    [InlineData("{ films(first: ", "{ a: ", "1", "}", ") { id } }")]
    [InlineData("query ($a: ", "[", "Film", "]", ") { film { id } }")]
    public void The_deepest_document_that_can_be_parsed_does_not_overflow_a_small_stack(string start, string open, string core, string close, string end)
    {
        const int levels = ParserOptions.LargestDepth - 10;
        var query = start + string.Concat(Enumerable.Repeat(open, levels)) + core + string.Concat(Enumerable.Repeat(close, levels)) + end;
        var options = new ParserOptions { MaxDepth = ParserOptions.LargestDepth };
        var document = Parser.ParseDocument(new SourceText(query), options);
        IReadOnlyList<GraphQLError> errors = [];

        var thread = new Thread(() => errors = DocumentValidator.Validate(FilmSchema.Instance, document), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.NotEmpty(errors);
    }

    [Fact]
    public void A_megabyte_in_a_literal_is_not_sent_back()
    {
        var error = Assert.Single(Validate("{ films(first: \"" + new string('x', 1_000_000) + "\") { id } }"));

        Assert.Equal($"Int cannot represent non-integer value: \"{new string('x', 99)}…", error.Message);
    }

    [Fact]
    public void Every_limit_says_its_name_and_value()
    {
        var error = Assert.Single(Validate("{ film { id } }", new ValidationOptions { MaxDepth = 1 }));

        Assert.Equal("LIMIT_DEPTH", error.Code);
        var (key, value) = Assert.Single(error.Extensions);
        Assert.Equal("limit", key);
        Assert.Equal([new("name", "DEPTH"), new("value", 1L)], Assert.IsType<KeyValuePair<string, object?>[]>(value));
    }
}
