using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.TypeSystem;
using GraphService.GraphQL.Validation;
using GraphService.TestSupport;

namespace GraphService.GraphQL.Tests.Introspection;

/// <summary>The query with which clients build their picture of a schema.</summary>
public class IntrospectionQueryTests
{
    private static readonly string Query = Golden.ReadInput("Introspection/introspection.graphql");

    [Fact]
    public void It_is_within_all_limits() =>
        Assert.Empty(DocumentValidator.Validate(FilmSchema.Instance, Parser.ParseDocument(new SourceText(Query))));

    [Fact]
    public void The_answer_for_the_film_schema() =>
        Golden.Match("Introspection/films.json", Indented(Introspect.Data(Query)));

    [Fact]
    public void A_client_sees_the_film_schema() => AssertSame(FilmSchema.Instance);

    [Theory]
    [InlineData("type Query { a: Int }")]
    [InlineData("schema { query: A mutation: B subscription: C } type A { a: Int } type B { b: Int } type C { c: Int }")]
    [InlineData("type Query { a(b: [[Int!]]! = [[1], [2, 3]], c: Float = 1.5e3, d: ID = \"x\", e: String = null, f: Boolean = false): [[[String!]!]!]! }")]
    [InlineData("""type Query { a(b: String = "\" \\ \n \u0001 é \u{1F3AC}"): Int }""")]
    [InlineData("\"\\\" \\\\ \\n\" type Query { \"\"\"\n  one\n    two \\\"\"\"\n\"\"\" a: Int \"\" b: Int }")]
    [InlineData("type Query { a: Int @deprecated(reason: \"\") b(c: Int @deprecated(reason: \"\\\"why\\\"\")): Int }")]
    [InlineData("scalar A scalar B @specifiedBy(url: \"https://example.com/?a=%22\") type Query { a(b: B): A }")]
    [InlineData("interface A { a: Int } interface B implements A { a: Int } type Query implements B & A { a: Int } union U = Query")]
    [InlineData("input A { a: A b: B! = {c: 1} } input B @oneOf { c: Int d: A } type Query { a(a: A): Int }")]
    [InlineData("directive @a on FIELD directive @b(c: Int = 1) repeatable on SCHEMA | QUERY | INPUT_FIELD_DEFINITION type Query { a: Int }")]
    public void A_client_sees_the_same_schema(string sdl) => AssertSame(SchemaBuilder.Build(new SourceText(sdl)));

    private static void AssertSame(Schema schema)
    {
        var data = Introspect.Data(Query, schema: schema);
        var client = SchemaBuilder.Build(new SourceText(ClientSchema.Sdl(data)));
        Assert.Equal(SchemaPrinter.Print(schema), SchemaPrinter.Print(client));
        Assert.Equal(data, Introspect.Data(Query, schema: client));
    }

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}
