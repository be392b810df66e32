namespace GraphService.GraphQL.Tests.TypeSystem.Rules;

public class FieldsTests
{
    [Theory]
    [InlineData("type A", "1:6 Type A must define one or more fields.")]
    [InlineData("interface A", "1:11 Type A must define one or more fields.")]
    [InlineData("type A { a: [In!] } input In { a: Int }", "1:13 The type of A.a must be Output Type but got: [In!].")]
    [InlineData("type A { a(b: [A]!): Int }", "1:15 The type of A.a(b:) must be Input Type but got: [A]!.")]
    [InlineData("interface A { a(b: U): Int } union U = Query", "1:20 The type of A.a(b:) must be Input Type but got: U.")]
    [InlineData("type A { a(b: Int! @deprecated): Int }", "1:20 Required argument A.a(b:) cannot be deprecated.")]
    public void Fields_have_output_types_and_arguments_input_types(string sdl, string fault) => Sdl.Refuses(sdl, fault);

    [Fact]
    public void An_extension_may_bring_the_first_field() => Sdl.Accepts("type A extend type A { a(b: Int! = 1 @deprecated, c: Int @deprecated): A }");
}
