namespace GraphService.GraphQL.Tests.TypeSystem.Rules;

public class AppliedDirectivesTests
{
    private const string Definitions = "\ndirective @a(n: Int!, s: String) on OBJECT directive @r repeatable on OBJECT";

    [Theory]
    [InlineData("type A @b { a: Int }", "1:8 Unknown directive \"@b\". Did you mean \"@a\" or \"@r\"?")]
    [InlineData("type A @depricated { a: Int }", "1:8 Unknown directive \"@depricated\". Did you mean \"@deprecated\"?")]
    [InlineData("scalar A @r", "1:10 Directive \"@r\" may not be used on SCALAR.")]
    [InlineData("interface A @r { a: Int }", "1:13 Directive \"@r\" may not be used on INTERFACE.")]
    [InlineData("union A @r = Query", "1:9 Directive \"@r\" may not be used on UNION.")]
    [InlineData("enum A @r { V @r }", "1:8 Directive \"@r\" may not be used on ENUM.", "1:15 Directive \"@r\" may not be used on ENUM_VALUE.")]
    [InlineData("input A @r { f: Int @r }", "1:9 Directive \"@r\" may not be used on INPUT_OBJECT.", "1:21 Directive \"@r\" may not be used on INPUT_FIELD_DEFINITION.")]
    [InlineData(
        "type A { f(a: Int @r): Int @r }",
        "1:19 Directive \"@r\" may not be used on ARGUMENT_DEFINITION.",
        "1:28 Directive \"@r\" may not be used on FIELD_DEFINITION.")]
    [InlineData("directive @x(a: Int @r) on FIELD", "1:21 Directive \"@r\" may not be used on ARGUMENT_DEFINITION.")]
    [InlineData("extend schema @r", "1:15 Directive \"@r\" may not be used on SCHEMA.")]
    [InlineData("type A @a(n: 1) @a(n: 2) { a: Int }", "1:17,1:8 The directive \"@a\" can only be used once at this location.")]
    [InlineData("type A @a(n: 1) { a: Int } extend type A @a(n: 2)", "1:42,1:8 The directive \"@a\" can only be used once at this location.")]
    [InlineData("type A @a { a: Int }", "1:8 Argument \"@a(n:)\" of type \"Int!\" is required, but it was not provided.")]
    [InlineData("type A @a(n: 1, n: 2) { a: Int }", "1:17,1:11 There can be only one argument named \"n\".")]
    [InlineData("type A @a(n: 1, sb: 2) { a: Int }", "1:17 Unknown argument \"sb\" on directive \"@a\". Did you mean \"s\"?")]
    [InlineData("type A @a(n: \"1\") { a: Int }", "1:14 Argument \"@a(n:)\" has invalid value: Int cannot represent non-integer value: \"1\"")]
    [InlineData("type A @a(n: null) { a: Int }", "1:14 Argument \"@a(n:)\" has invalid value: Expected value of type \"Int!\", found null.")]
    [InlineData("type A { a: Int @deprecated(reason: 5) }", "1:37 Argument \"@deprecated(reason:)\" has invalid value: String cannot represent a non string value: 5")]
    [InlineData("scalar A @specifiedBy", "1:10 Argument \"@specifiedBy(url:)\" of type \"String!\" is required, but it was not provided.")]
    public void Directives_are_applied_as_they_are_defined(string sdl, params string[] faults) => Sdl.Refuses(sdl + Definitions, faults);

    [Fact]
    public void Repeatable_directives_may_be_repeated() => Sdl.Accepts("type A @r @a(n: 1, s: null) @r { a: Int }" + Definitions);

    [Fact]
    public void A_default_that_needs_itself_does_not_matter_to_arguments() =>
        Sdl.Refuses(
            "directive @d(a: A) on OBJECT type T @d(a: {}) { a: Int } input A { a: A = {} }",
            "1:75 Invalid circular reference. The default value of Input Object field A.a references itself.");
}
