namespace GraphService.GraphQL.Tests.TypeSystem.Rules;

public class ImplementationsTests
{
    [Theory]
    [InlineData("interface I { a: Int } type A implements I { b: Int }", "1:29,1:15 Interface field I.a expected but A does not provide it.")]
    [InlineData("interface I { a: Int } type A implements I { a: String }", "1:49,1:18 Interface field I.a expects type Int but A.a is type String.")]
    [InlineData("interface I { a: Int! } type A implements I { a: Int }", "1:50,1:18 Interface field I.a expects type Int! but A.a is type Int.")]
    [InlineData("interface I { a: [Int] } type A implements I { a: Int }", "1:51,1:18 Interface field I.a expects type [Int] but A.a is type Int.")]
    [InlineData("interface I { a: [Int!] } type A implements I { a: [Int] }", "1:52,1:18 Interface field I.a expects type [Int!] but A.a is type [Int].")]
    [InlineData("interface I { a: Int } type A implements I { a: [Int] }", "1:49,1:18 Interface field I.a expects type Int but A.a is type [Int].")]
    [InlineData("interface I { a: A } type A implements I { a: I }", "1:47,1:18 Interface field I.a expects type A but A.a is type I.")]
    [InlineData(
        "interface I { a(b: Int): Int } type A implements I { a: Int }",
        "1:54,1:17 Interface field argument I.a(b:) expected but A.a does not provide it.")]
    [InlineData(
        "interface I { a(b: Int): Int } type A implements I { a(b: Int!): Int }",
        "1:59,1:20 Interface field argument I.a(b:) expects type Int but A.a(b:) is type Int!.")]
    [InlineData(
        "interface I { a: Int } type A implements I { a(b: Int!): Int }",
        "1:48,1:15 Argument \"A.a(b:)\" must not be required type \"Int!\" if not provided by the Interface field \"I.a\".")]
    [InlineData(
        "interface I { a: Int } type A implements I { a: Int @deprecated }",
        "1:46 Interface field I.a is not deprecated, so implementation field A.a must not be deprecated.")]
    public void Fields_of_interfaces_are_implemented(string sdl, string fault) => Sdl.Refuses(sdl, fault);

    [Fact]
    public void Fields_may_be_narrower_and_take_optional_arguments_more() =>
        Sdl.Accepts("""
            interface I { a: [I]  b: U  c: Int  d(e: Int = 1): Int @deprecated }
            type A implements I { a: [A!]!  b: A!  c(x: Int, y: Int! = 2): Int!  d(e: Int = 2): Int }
            union U = A
            """);

    [Theory]
    [InlineData("interface I implements I { a: Int }", "1:24 Type I cannot implement itself because it would create a circular reference.")]
    [InlineData("interface I { a: Int } type A implements I & I { a: Int }", "1:46 Type A can only implement I once.")]
    [InlineData("interface I { a: Int } type A implements I { a: Int } extend type A implements I", "1:80 Type A can only implement I once.")]
    [InlineData("type B { a: Int } type A implements B { a: Int }", "1:37 Type A must only implement Interface types, it cannot implement B.")]
    [InlineData(
        "interface I { a: Int } interface J implements I { a: Int } type A implements J { a: Int }",
        "1:65 Type A must implement I because it is implemented by J.")]
    [InlineData(
        "interface I implements J { a: Int } interface J implements I { a: Int }",
        "1:11 Type I cannot implement J because it would create a circular reference.",
        "1:47 Type J cannot implement I because it would create a circular reference.")]
    public void Interfaces_are_declared_in_full_and_once(string sdl, params string[] faults) => Sdl.Refuses(sdl, faults);
}
