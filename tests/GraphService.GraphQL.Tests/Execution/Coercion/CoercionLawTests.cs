using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Tests.TypeSystem;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Execution.Coercion;

/// <summary>A value written into the document and the same value sent in a variable mean the same.</summary>
public class CoercionLawTests
{
    private static readonly Schema Schema = Sdl.Build("""
        type Query { f(a: In): Int }
        input In { a: Int = 7 b: [In!] c: String! = "c" d: OneOf e: [[Boolean]] f: ID }
        input OneOf @oneOf { a: Int b: In }
        """);

    [Fact]
    public void Json_and_literals_are_coerced_alike() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20250906, 1), Prop.ForAll(Value(4).ToArbitrary(), value =>
        {
            var (values, errors) = VariableRequest.Coerce(Schema, "($v: In)", $"{{\"v\":{Json(value)}}}");
            var coercer = new LiteralCoercer(null);
            var literal = coercer.Coerce(Parser.ParseValue(Literal(value)), Schema.Type("In")!, new InputPath(null, "v"));
            Assert.Equal(errors.Count, coercer.Errors.Count);
            Assert.Equal(
                errors.Select(error => (string)error.Extensions[0].Value!).Order(StringComparer.Ordinal),
                coercer.Errors.Select(error => error.Path.ToString()).Order(StringComparer.Ordinal));
            if (values is not null && values.TryGet("v", out var json))
            {
                Assert.Equal(Values.Show(literal), Values.Show(json));
            }
        }));

    private static Gen<object?> Value(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Constant<object?>(null),
            Gen.Choose(-3, 3).Select(object? (i) => i),
            Gen.Elements<object?>("", "x", "1"),
            Gen.Elements<object?>(true, false));
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Value(depth - 1);
        var field = Gen.Elements("a", "b", "c", "d", "e", "f", "unknown").SelectMany(name => inner.Select(value => (Name: name, Value: value)));
        return Gen.Frequency(
            (2, leaf),
            (2, inner.ArrayOf().Select(object? (items) => items.Take(3).ToArray())),
            (6, field.ArrayOf().Select(object? (fields) => fields.DistinctBy(f => f.Name).ToArray())));
    }

    private static string Json(object? value) => Write(value, name => $"\"{name}\"");

    private static string Literal(object? value) => Write(value, name => name);

    private static string Write(object? value, Func<string, string> writeName) => value switch
    {
        null => "null",
        bool boolean => boolean ? "true" : "false",
        string text => $"\"{text}\"",
        object?[] items => $"[{string.Join(",", items.Select(item => Write(item, writeName)))}]",
        (string Name, object? Value)[] fields => $"{{{string.Join(",", fields.Select(f => $"{writeName(f.Name)}:{Write(f.Value, writeName)}"))}}}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
