using GraphService.Films;
using GraphService.Neo4j.Loading;
using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.Loading;

public class SchemaStatementsTests
{
    [Fact]
    public void Constraints_and_indexes_follow_from_the_model() => Golden.Match(
        "Loading/schema.txt",
        string.Join('\n', SchemaStatements.Constraints().Concat(SchemaStatements.Indexes(FilmDomain.Create().Model)).Select(s => s.Text)) + "\n");
}
