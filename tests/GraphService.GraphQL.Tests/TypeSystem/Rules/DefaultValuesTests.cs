using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.TypeSystem.Rules;

public class DefaultValuesTests
{
    [Theory]
    [InlineData("input A { a: Int = \"x\" }", "1:20 A.a has invalid default value: Int cannot represent non-integer value: \"x\"")]
    [InlineData("input A { a: Int! = null }", "1:21 A.a has invalid default value: Expected value of type \"Int!\", found null.")]
    [InlineData("input A { a: [Int] = [1, x] }", "1:26 A.a has invalid default value at \"a[1]\": Int cannot represent non-integer value: x")]
    [InlineData("type A { f(a: E = C): Int } enum E { D }", "1:19 A.f(a:) has invalid default value: Value \"C\" does not exist in \"E\" enum. Did you mean the enum value \"D\"?")]
    [InlineData("type A { f(a: E = \"D\"): Int } enum E { D }", "1:19 A.f(a:) has invalid default value: Enum \"E\" cannot represent non-enum value: \"D\". Did you mean the enum value \"D\"?")]
    [InlineData("directive @d(a: I = { y: 1 }) on FIELD input I { x: Int }", "1:26 @d(a:) has invalid default value: Field \"y\" is not defined by type \"I\". Did you mean \"x\"?")]
    [InlineData("input A { i: I = {} } input I { x: Int! }", "1:18 A.i has invalid default value: Field \"I.x\" of required type \"Int!\" was not provided.")]
    [InlineData("input A { i: I = 5 } input I { x: Int }", "1:18 A.i has invalid default value: Expected value of type \"I\", found 5.")]
    [InlineData("input A { i: I = { x: 1, x: 2 } } input I { x: Int }", "1:29 A.i has invalid default value at \"i.x\": There can be only one input field named \"x\".")]
    [InlineData("input A { i: I = { x: 1, y: 2 } } input I @oneOf { x: Int y: Int }", "1:18 A.i has invalid default value: Exactly one key must be specified for OneOf type \"I\".")]
    [InlineData("input A { i: I = { x: null } } input I @oneOf { x: Int y: Int }", "1:23 A.i has invalid default value at \"i.x\": Field \"x\" must be non-null.")]
    public void Defaults_fit_their_types(string sdl, string fault) => Sdl.Refuses(sdl, fault);

    [Theory]
    [InlineData(
        "input A { a: A = {} }",
        "1:18 Invalid circular reference. The default value of Input Object field A.a references itself.")]
    [InlineData(
        "input A { x: Int b: B = {} } input B { c: [C] = [{}] } input C { a: A = { x: 1 } }",
        "1:25,1:49,1:73 Invalid circular reference. The default value of Input Object field A.b references itself via the default values of: B.c, C.a.")]
    [InlineData(
        "input A { b: B = { a: {} } } input B { a: A }",
        "1:18 Invalid circular reference. The default value of Input Object field A.b references itself.")]
    public void Defaults_do_not_need_themselves(string sdl, string fault) => Sdl.Refuses(sdl, fault);

    [Theory]
    [InlineData("input A { a: A = null }")]
    [InlineData("input A { a: A = { a: null } }")]
    [InlineData("input A { a: A = { a: { a: null } } }")]
    [InlineData("input A { a: [A] = [] }")]
    [InlineData("input A { b: B = {} } input B { a: A }")]
    [InlineData("input A { b: B = { a: null } } input B { a: A = {} }")]
    public void Defaults_that_end_are_fine(string sdl) => Sdl.Accepts(sdl);

    [Fact]
    public void Defaults_are_filled_up_with_the_defaults_of_fields_that_they_leave_out()
    {
        var schema = Sdl.Build("type Query { f(a: A = { y: 2 }): Int } input A { x: Int = 1 y: Int b: B = {} } input B { z: [Int] = 3 a: A }");
        var a = Assert.IsType<InputObject>(schema.Query.Field("f")!.Argument("a")!.CoercedDefault);

        Assert.Equal(["y", "x", "b"], a.Fields.Select(f => f.Key.Name));
        Assert.True(a.TryGet("b", out var b));
        Assert.True(((InputObject)b!).TryGet("z", out var z));
        Assert.Equal([3L], Assert.IsType<object?[]>(z));
        Assert.False(((InputObject)b).TryGet("a", out _));
        Assert.Null(((InputObjectType)schema.Type("A")!).Field("y")!.CoercedDefault);
    }
}
