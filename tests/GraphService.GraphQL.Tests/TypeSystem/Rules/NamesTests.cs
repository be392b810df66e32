namespace GraphService.GraphQL.Tests.TypeSystem.Rules;

public class NamesTests
{
    private static string Reserved(string name) => $"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.";

    [Theory]
    [InlineData("type __A { a: Int }", "1:6", "__A")]
    [InlineData("scalar __A", "1:8", "__A")]
    [InlineData("type A { __a: Int }", "1:10", "__a")]
    [InlineData("interface A { a(__b: Int): Int }", "1:17", "__b")]
    [InlineData("enum A { __A }", "1:10", "__A")]
    [InlineData("input A { __a: Int }", "1:11", "__a")]
    [InlineData("directive @__a on FIELD", "1:12", "__a")]
    [InlineData("directive @a(__b: Int) on FIELD", "1:14", "__b")]
    public void Two_underscores_are_reserved(string sdl, string place, string name) =>
        Sdl.Refuses(sdl, $"{place} {Reserved(name)}");

    [Fact]
    public void One_underscore_is_fine() => Sdl.Accepts("type _A { _a__(_b: Int): Int }");

    [Theory]
    [InlineData("type A { a: Int } scalar A", "1:26,1:6 There can be only one type named \"A\".")]
    [InlineData("type A { a: Int a: String }", "1:17,1:10 Field \"A.a\" can only be defined once.")]
    [InlineData("type A { a: Int } extend type A { a: Int }", "1:35,1:10 Field \"A.a\" can only be defined once.")]
    [InlineData("interface A { a(b: Int, b: Int): Int }", "1:25,1:17 Argument \"A.a(b:)\" can only be defined once.")]
    [InlineData("input A { a: Int a: Int }", "1:18,1:11 Field \"A.a\" can only be defined once.")]
    [InlineData("enum A { A B A }", "1:14,1:10 Enum value \"A.A\" can only be defined once.")]
    [InlineData("enum A { A } extend enum A { A }", "1:30,1:10 Enum value \"A.A\" can only be defined once.")]
    [InlineData("directive @a on FIELD directive @a on FIELD", "1:34,1:12 There can be only one directive named \"@a\".")]
    [InlineData("directive @a(b: Int, b: Int) on FIELD", "1:22,1:14 Argument \"@a(b:)\" can only be defined once.")]
    [InlineData("scalar Int", "1:8 Type \"Int\" is built in and cannot be defined again.")]
    [InlineData("type __Type { a: Int }", "1:6 Type \"__Type\" is built in and cannot be defined again.")]
    public void A_name_is_defined_once(string sdl, string fault) => Sdl.Refuses(sdl, fault);

    [Fact]
    public void Built_in_directives_may_be_repeated() => Sdl.Accepts("directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT");

    [Theory]
    [InlineData("type Film { a: Flim }", "1:16 Unknown type \"Flim\". Did you mean \"Film\"?")]
    [InlineData("type Film { a: [Strin!]! }", "1:17 Unknown type \"Strin\". Did you mean \"String\"?")]
    [InlineData("type Film { a(b: Xyzzy): Int }", "1:18 Unknown type \"Xyzzy\".")]
    [InlineData("input Film { a: Xyzzy = [1, {}] }", "1:17 Unknown type \"Xyzzy\".")]
    [InlineData("type Film implements Xyzzy { a: Int }", "1:22 Unknown type \"Xyzzy\".")]
    [InlineData("union Film = Xyzzy", "1:14 Unknown type \"Xyzzy\".")]
    [InlineData("directive @a(b: Xyzzy) on FIELD", "1:17 Unknown type \"Xyzzy\".")]
    [InlineData("interface I { a: Xyzzy } type Film implements I { a: Xyzzy }", "1:18 Unknown type \"Xyzzy\".", "1:54 Unknown type \"Xyzzy\".")]
    public void Unknown_types_are_reported_once_each_and_cause_no_other_faults(string sdl, params string[] faults) => Sdl.Refuses(sdl, faults);

    [Theory]
    [InlineData("extend type Film { a: Int }", "1:13 Cannot extend type \"Film\" because it is not defined.")]
    [InlineData("extend type Flim { a: Int } type Film { a: Int }", "1:13 Cannot extend type \"Flim\" because it is not defined. Did you mean \"Film\"?")]
    [InlineData("extend type A { a: Int } scalar A", "1:13,1:33 Cannot extend non-object type \"A\".")]
    [InlineData("extend interface A { a: Int } scalar A", "1:18,1:38 Cannot extend non-interface type \"A\".")]
    [InlineData("extend union A = Query scalar A", "1:14,1:31 Cannot extend non-union type \"A\".")]
    [InlineData("extend enum A { B } scalar A", "1:13,1:28 Cannot extend non-enum type \"A\".")]
    [InlineData("extend input A { a: Int } scalar A", "1:14,1:34 Cannot extend non-input object type \"A\".")]
    [InlineData("extend scalar A @x directive @x on SCALAR enum A { B }", "1:15,1:48 Cannot extend non-scalar type \"A\".")]
    [InlineData("extend scalar Int @x directive @x on SCALAR", "1:15 Cannot extend type \"Int\" because it is built in.")]
    public void Extensions_need_a_type_of_their_kind(string sdl, string fault) => Sdl.Refuses(sdl, fault);

    [Fact]
    public void Operations_and_fragments_are_no_part_of_a_schema() =>
        Sdl.Refuses("query { a }", "1:1 A schema has type system definitions only: operations and fragments belong in requests.");
}
