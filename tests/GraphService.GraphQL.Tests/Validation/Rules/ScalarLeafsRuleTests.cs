using GraphService.GraphQL.Validation;
using GraphService.GraphQL.Validation.Rules;

namespace GraphService.GraphQL.Tests.Validation.Rules;

public class ScalarLeafsRuleTests : RuleTest
{
    private protected override ValidationRule CreateRule(ValidationContext context) => new ScalarLeafsRule(context);

    [Fact]
    public void Leaves_without_and_objects_with_selections() => Valid("{ film { id kind director { name } score(scale: 5) } work { __typename } }");

    [Fact]
    public void An_unknown_field_is_for_another_rule() => Valid("{ unknown { id } film { unknown } }");

    [Fact]
    public void An_object_an_interface_and_a_union_without_selection() => Invalid(
        "{ film node(id: 1) work films }",
        Error("Field \"film\" of type \"Film\" must have a selection of subfields. Did you mean \"film { ... }\"?", (1, 3)),
        Error("Field \"node\" of type \"Node\" must have a selection of subfields. Did you mean \"node { ... }\"?", (1, 8)),
        Error("Field \"work\" of type \"Work\" must have a selection of subfields. Did you mean \"work { ... }\"?", (1, 20)),
        Error("Field \"films\" of type \"[Film!]!\" must have a selection of subfields. Did you mean \"films { ... }\"?", (1, 25)));

    [Fact]
    public void Leaves_with_a_selection() => Invalid(
        "{ film { title { text } k: kind @tag { name } __typename { a } } }",
        Error("Field \"title\" must not have a selection since type \"String!\" has no subfields.", (1, 16)),
        Error("Field \"kind\" must not have a selection since type \"Kind!\" has no subfields.", (1, 38)),
        Error("Field \"__typename\" must not have a selection since type \"String!\" has no subfields.", (1, 58)));
}
