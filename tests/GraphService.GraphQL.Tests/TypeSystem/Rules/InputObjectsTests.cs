namespace GraphService.GraphQL.Tests.TypeSystem.Rules;

public class InputObjectsTests
{
    [Theory]
    [InlineData("input A", "1:7 Input Object type A must define one or more fields.")]
    [InlineData("input A { a: [Query] }", "1:14 The type of A.a must be Input Type but got: [Query].")]
    [InlineData("input A { a: Int! @deprecated }", "1:19 Required input field A.a cannot be deprecated.")]
    [InlineData("input A @oneOf { a: Int! }", "1:21 OneOf input field A.a must be nullable.")]
    [InlineData("input A @oneOf { a: Int = 1 }", "1:27 OneOf input field A.a cannot have a default value.")]
    [InlineData("input A @oneOf { a: Int } extend input A { b: Int! }", "1:47 OneOf input field A.b must be nullable.")]
    [InlineData("input A { a: Int } extend input A @oneOf", "1:35 The directive \"@oneOf\" must be on the definition of A, not on an extension.")]
    public void Fields_have_input_types(string sdl, string fault) => Sdl.Refuses(sdl, fault);

    [Theory]
    [InlineData("input A { a: A! }", "1:11 Invalid circular reference. The Input Object A references itself in the non-null field A.a.")]
    [InlineData(
        "input A { x: Int b: B! } input B { c: C! } input C { a: A! }",
        "1:18,1:36,1:54 Invalid circular reference. The Input Object A references itself via the non-null fields: A.b, B.c, C.a.")]
    [InlineData(
        "input A { b: B! } input B { b: B! a: A! }",
        "1:11,1:35 Invalid circular reference. The Input Object A references itself via the non-null fields: A.b, B.a.",
        "1:29 Invalid circular reference. The Input Object B references itself in the non-null field B.b.")]
    public void Chains_of_non_null_fields_end(string sdl, params string[] faults) => Sdl.Refuses(sdl, faults);

    [Theory]
    [InlineData("input A { a: A }")]
    [InlineData("input A { a: [A!]! }")]
    [InlineData("input A { b: B! } input B { a: A c: C! } input C { d: D! } input D { x: Int }")]
    [InlineData("input A { b: B! c: C! } input B { d: D! } input C { d: D! } input D { x: Int }")]
    public void Chains_that_can_be_left_are_fine(string sdl) => Sdl.Accepts(sdl);

    [Fact]
    public void A_chain_of_very_many_types_is_walked_without_recursion()
    {
        var types = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"input T{i} {{ next: T{i + 1}! }}\n"));
        Sdl.Accepts(types + "input T20000 { x: Int }");
    }
}
