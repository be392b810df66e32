using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class ValuesOfCorrectTypeRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new ValuesOfCorrectTypeRule(context);

    [Fact]
    public void Values_of_every_kind() => Valid("""{ films(where: { title: "a", year: 1, score: 1.5, seen: true, id: 1, role: ACTOR, genres: ["a"], years: { from: 1 }, and: [{ score: 1, id: "a" }] }, first: null) { id } }""");

    [Fact]
    public void One_value_for_a_list_of_one() => Valid("""{ films(where: { genres: "a", and: { year: 1 } }, years: 1) { id } }""");

    [Fact]
    public void Null_where_it_may_be() => Valid("{ films(where: { year: null, genres: null }, years: [1, null]) { id } }");

    [Fact]
    public void Values_of_unknown_arguments_are_for_another_rule() => Valid("{ film(unknown: { a: [1] }) { id @unknown(a: 1) } }");

    [Fact]
    public void Scalars() => Invalid(
        """{ films(where: { title: 1, year: "a", score: true, seen: 1, id: 1.5 }) { id } }""",
        Error("String cannot represent a non string value: 1", (1, 25)),
        Error("Int cannot represent non-integer value: \"a\"", (1, 34)),
        Error("Float cannot represent non numeric value: true", (1, 46)),
        Error("Boolean cannot represent a non boolean value: 1", (1, 58)),
        Error("ID cannot represent a non-string and non-integer value: 1.5", (1, 65)));

    [Fact]
    public void An_integer_beyond_32_bits() => Invalid(
        "{ films(first: 2147483648) { id } }",
        Error("Int cannot represent non 32-bit signed integer value: 2147483648", (1, 16)));

    [Fact]
    public void Enums() => Invalid(
        """{ film { a: cast(role: ACTR) { id } b: cast(role: "ACTOR") { id } c: cast(role: 1) { id } } }""",
        Error("Value \"ACTR\" does not exist in \"Role\" enum. Did you mean the enum value \"ACTOR\"?", (1, 24)),
        Error("Enum \"Role\" cannot represent non-enum value: \"ACTOR\". Did you mean the enum value \"ACTOR\"?", (1, 51)),
        Error("Enum \"Role\" cannot represent non-enum value: 1.", (1, 81)));

    [Fact]
    public void An_enum_value_for_a_scalar() => Invalid(
        "{ film(title: Heat, id: X) { id } }",
        Error("String cannot represent a non string value: Heat", (1, 15)),
        Error("ID cannot represent a non-string and non-integer value: X", (1, 25)));

    [Fact]
    public void Null_where_a_value_must_be() => Invalid(
        """{ node(id: null) { id } films(where: { genres: ["a", null] }) { id } }""",
        Error("Expected value of type \"ID!\", found null.", (1, 12)),
        Error("Expected value of type \"String!\", found null.", (1, 54)));

    [Fact]
    public void A_list_for_a_single_value() => Invalid(
        "{ films(first: [1, 2]) { id } film { cast(role: [ACTOR]) { id } } }",
        Error("Int cannot represent non-integer value: [1, 2]", (1, 16)),
        Error("Enum \"Role\" cannot represent non-enum value: [ACTOR].", (1, 49)));

    [Fact]
    public void Items_of_a_list() => Invalid(
        """{ films(years: [1, "2", [3]]) { id } }""",
        Error("Int cannot represent non-integer value: \"2\"", (1, 20)),
        Error("Int cannot represent non-integer value: [3]", (1, 25)));

    [Fact]
    public void An_object_for_a_scalar_and_a_scalar_for_an_object() => Invalid(
        "{ films(where: 1, first: { a: 1 }) { id } }",
        Error("Expected value of type \"FilmFilter\", found 1.", (1, 16)),
        Error("Int cannot represent non-integer value: {a: 1}", (1, 26)));

    [Fact]
    public void An_unknown_field_of_an_input_object() => Invalid(
        "{ films(where: { yeer: 1, unheard: 2 }) { id } }",
        Error("Field \"yeer\" is not defined by type \"FilmFilter\". Did you mean \"year\", \"seen\", or \"years\"?", (1, 18)),
        Error("Field \"unheard\" is not defined by type \"FilmFilter\".", (1, 27)));

    [Fact]
    public void A_required_field_of_an_input_object() => Invalid(
        "{ released(years: { to: 1 }) }",
        Error("Field \"YearRange.from\" of required type \"Int!\" was not provided.", (1, 19)));

    [Fact]
    public void Null_for_a_required_field_with_a_default() => Invalid(
        "{ released(years: { from: 1, to: null }) }",
        Error("Expected value of type \"Int!\", found null.", (1, 34)));

    [Fact]
    public void Arguments_of_directives() => Invalid(
        """{ film { id @skip(if: "yes") @cached(seconds: 1.5) } }""",
        Error("Boolean cannot represent a non boolean value: \"yes\"", (1, 23)),
        Error("Int cannot represent non-integer value: 1.5", (1, 47)));

    [Fact]
    public void Defaults_of_variables() => Invalid(
        """query A($a: Int = "1", $b: FilmFilter = { year: "b" }, $c: Int! = null, $d: [Role] = [ACTOR, X]) { film { id } }""",
        Error("Int cannot represent non-integer value: \"1\"", (1, 19)),
        Error("Int cannot represent non-integer value: \"b\"", (1, 49)),
        Error("Expected value of type \"Int!\", found null.", (1, 67)),
        Error("Value \"X\" does not exist in \"Role\" enum.", (1, 94)));

    [Fact]
    public void OneOf_with_one_field() => Valid("""query A($id: ID!) { a: person(by: { id: 1 }) { id } b: person(by: { name: "a" }) { id } c: person(by: { id: $id }) { id } }""");

    [Fact]
    public void OneOf_with_none_two_and_null() => Invalid(
        """{ a: person(by: {}) { id } b: person(by: { id: 1, name: "a" }) { id } c: person(by: { name: null }) { id } }""",
        Error("OneOf Input Object \"PersonBy\" must specify exactly one key.", (1, 17)),
        Error("OneOf Input Object \"PersonBy\" must specify exactly one key.", (1, 42)),
        Error("Field \"PersonBy.name\" must be non-null.", (1, 85)));

    [Fact]
    public void OneOf_with_a_field_of_another_type() => Invalid(
        "{ person(by: { name: 1 }) { id } }",
        Error("String cannot represent a non string value: 1", (1, 22)));
}
