using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Tests.Language;

public class ParserTests
{
    [Fact]
    public void A_document_may_mix_executable_and_type_system_definitions()
    {
        var document = Parser.ParseDocument(new SourceText("query Q { film } fragment F on Film { title } type Film { title: String } extend type Film { year: Int }"));
        Assert.Collection(
            document.Definitions,
            d => Assert.Equal("Q", Assert.IsType<OperationDefinitionNode>(d).Name?.Value),
            d => Assert.Equal("F", Assert.IsType<FragmentDefinitionNode>(d).Name.Value),
            d => Assert.False(Assert.IsType<ObjectTypeDefinitionNode>(d).IsExtension),
            d => Assert.True(Assert.IsType<ObjectTypeDefinitionNode>(d).IsExtension));
    }
}
