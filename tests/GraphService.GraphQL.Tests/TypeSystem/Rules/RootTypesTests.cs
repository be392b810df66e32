namespace GraphService.GraphQL.Tests.TypeSystem.Rules;

public class RootTypesTests
{
    [Theory]
    [InlineData("type Film { a: Int }", " Query root type must be provided.")]
    [InlineData("type M { a: Int } schema { mutation: M }", "1:19 Query root type must be provided.")]
    [InlineData("input Query { a: Int }", "1:7 Query root type must be Object type, it cannot be Query.")]
    [InlineData("schema { query: Q } scalar Q", "1:17 Query root type must be Object type, it cannot be Q.")]
    [InlineData("type Query { a: Int } enum Mutation { A }", "1:28 Mutation root type must be Object type if provided, it cannot be Mutation.")]
    [InlineData(
        "schema { query: Q mutation: Q } type Q { a: Int }",
        "1:17,1:29 All root types must be different, \"Q\" type is used as query and mutation root types.")]
    [InlineData(
        "schema { query: Q mutation: Q subscription: Q } type Q { a: Int }",
        "1:17,1:29,1:45 All root types must be different, \"Q\" type is used as query, mutation, and subscription root types.")]
    [InlineData("schema { query: Q query: Q } type Q { a: Int }", "1:19,1:17 There can be only one query type in schema.")]
    [InlineData("schema { query: Q } extend schema { query: Q } type Q { a: Int }", "1:37,1:17 There can be only one query type in schema.")]
    [InlineData("schema { query: Q } schema { query: Q } type Q { a: Int }", "1:21,1:1 Must provide only one schema definition.")]
    [InlineData("schema { query: Xyzzy } type Q { a: Int }", "1:17 Unknown type \"Xyzzy\".")]
    public void Root_types_are_different_object_types_and_there_is_a_query(string sdl, string fault) =>
        Assert.Equal([fault], Sdl.Faults(sdl));
}
