using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Engine.Tests.Music;
using GraphService.Engine.Tests.Pipeline;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Engine.Tests.Binding;

/// <summary>What is counted over every connection, in every order and under every filter, whatever page is asked beside it.</summary>
public class AggregateLawTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(10);

    [Fact]
    public void All_rows_of_the_filter_are_counted_whatever_the_page() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var graph = RandomMusic.Graph(seed);
        var service = new MusicService(graph);
        foreach (var list in ListCase.Of(random, graph))
        {
            var type = list.Field switch { "artists" or "singers" => "ArtistsAggregates", "parts" => "PartsAggregates", _ => "RecordingsAggregates" };
            var fields = ((ObjectType)MusicDomain.Instance.Schema.Types[type]).Fields;
            var page = (list.IsTwoWay ? random.Next(4) : random.Next(2)) switch { 0 => "first: 0", 1 => "first: 2", 2 => "last: 1", _ => "last: 0" };
            var arguments = list.Arguments.Length == 0 ? page : $"{page}, {list.Arguments}";
            var query = $"{list.Field}({arguments}) {{ nodes {{ __typename }} aggregates {{ {string.Join(' ', fields.Select(Selection))} }} }}";
            var answer = list.Parent is null
                ? service.Data($"{{ {query} }}")[list.Field]!
                : service.Data($"{{ node(id: {JsonSerializer.Serialize(list.Parent.Id)}) {{ ... on {ListCase.TypeOf(list.Parent)} {{ {query} }} }} }}")["node"]![list.Field]!;

            var counted = new NaiveAggregates(graph, list.Naive);
            var expected = new JsonObject(fields.Select(f => KeyValuePair.Create(f.Name, Json(f, counted.Resolve(type, f.Name)))));
            Assert.True(JsonNode.DeepEquals(expected, answer["aggregates"]), $"{list}\nexpected {expected.ToJsonString()}\nactual   {answer["aggregates"]!.ToJsonString()}");
        }
    }).Check(Config);

    private static string Selection(FieldDefinition field) =>
        field.Type.Named is ObjectType group ? $"{field.Name} {{ {group.Fields[0].Name}{(group.Fields[0].Type.Named.IsCompositeType ? " { id }" : "")} count }}" : field.Name;

    private static JsonNode? Json(FieldDefinition field, object? value) => value is not List<NaiveGroup> groups ? JsonSerializer.SerializeToNode(value) : new JsonArray([.. groups.Select(g => new JsonObject
    {
        [((ObjectType)field.Type.Named).Fields[0].Name] = g.Key is MusicNode node ? new JsonObject { ["id"] = node.Id } : JsonSerializer.SerializeToNode(g.Key),
        ["count"] = g.Count,
    })]);
}
