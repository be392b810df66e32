using GraphService.Engine.Schema;
using GraphService.Engine.Tests.Music;
using GraphService.GraphQL.Language;

namespace GraphService.Engine.Tests.Schema;

/// <summary>What an author may get wrong in a domain file, and how they are told.</summary>
public class DomainMistakeTests
{
    private const string File = """
        scalar Date
        type Query {
          node(id: ID!): Node
          artist(id: ID, name: String, age: Int): Artist
          artists: ArtistsConnection
        }
        interface Node { id: ID! }
        enum NodeKind { ARTIST SONG SOURCE }
        enum RelationshipKind {
          SANG @relationship(from: ["Artist"], to: ["Song"], properties: "Part", merged: true)
          COVERS @relationship(from: ["Song"], to: ["Song"], properties: "Part")
        }
        enum Craft { VOICE @relationship(type: "SANG") }
        "Someone."
        type Artist implements Node @node(label: "Artist", order: ["name"]) {
          id: ID!
          "What they are called."
          name: String! @property @fold
          age: Int @property
          crafts: [Craft!]! @relationship(record: "Part", direction: OUT)
          parts: PartsConnection! @relationship(record: "Part", direction: OUT)
          sang: SongsConnection! @relationship(type: "SANG", direction: OUT, order: ["billing", "node.title", "node.id"])
        }
        type Song implements Node @node(label: "Song", name: "title", order: ["title"]) { id: ID! title: String! @property @fold lines: [String!]! @property @fold }
        type Source implements Node @node(label: "Source") { id: ID! name: String! @property @fold }
        type Part @record(types: ["SANG"], order: ["song.title", "artist.id", "song.id"], ties: ["artist.id", "song.id"]) {
          craft: Craft!
          artist: Artist! @relationship(direction: IN)
          song: Song! @relationship(direction: OUT)
          billing: Int @property
          note: String @property @fold
        }
        type ArtistsEdge { node: Artist! }
        type PartsEdge { node: Part! }
        type SongsEdge @record(types: []) { node: Song! billing: Int @property }
        type ArtistsAggregates { count: Int! minAge: Int @property byAge: [AgeCount!]! @property(span: 10) bySong: [SongCount!]! @relationship(type: "SANG", direction: OUT) }
        type PartsAggregates { artists: Int! @relationship(direction: IN) byCraft: [CraftCount!]! maxBilling: Int @property }
        type AgeCount { age: Int! count: Int! }
        type SongCount { song: Song! count: Int! }
        type CraftCount { craft: Craft! count: Int! }
        """;

    private static Domain Create(string file, string source = "Source") => Domain.Create(new SourceText(file, "songs.graphql"), source, [new HiddenTable("Rumor", [], [])], []);

    [Fact]
    public void Without_a_mistake_it_is_served() => Assert.Contains("type PartsConnection", Create(File).Sdl, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ node: Part! }", "{ node: Part! ", "35:6: Syntax Error: Expected \":\", found Name \"SongsEdge\".")]
    [InlineData("scalar Date", "query { a }", "1:1: A domain file declares types only.")]
    [InlineData("scalar Date", "extend type Band { date: Date }", "1:13: A domain file declares types only.")]
    [InlineData("type Source ", "type Song ", "25:6: \"Song\" is declared twice.")]
    [InlineData("note: String", "billing: String", "31:3: \"billing\" is declared twice.")]
    [InlineData("enum NodeKind {", "enum Kind {", "1:1: The domain must declare the enum NodeKind.")]
    [InlineData("enum RelationshipKind {", "enum Links {", "1:1: The domain must declare the enum RelationshipKind.")]
    public void In_declarations(string right, string wrong, string message) => AssertRefused(right, wrong, message);

    [Theory]
    [InlineData("age: Int @property", "age: Int @stored", "19:12: There is no directive @stored.")]
    [InlineData("type Query {", "type Query @property {", "2:12: @property is for FIELD_DEFINITION, not for OBJECT.")]
    [InlineData("scalar Date", "scalar Date @fold", "1:13: @fold is for FIELD_DEFINITION, not for SCALAR.")]
    [InlineData("ARTIST SONG", "ARTIST @node(label: \"Artist\") SONG", "8:24: @node is for OBJECT or INTERFACE, not for ENUM_VALUE.")]
    [InlineData("@node(label: \"Source\")", "@node(labels: \"Source\")", "25:35: @node has no argument \"labels\".")]
    [InlineData("@node(label: \"Source\")", "@node", "25:29: @node needs label: String!.")]
    [InlineData("@node(label: \"Source\")", "@node(label: Source)", "25:42: @node(label:) takes String!, not Source.")]
    [InlineData("order: [\"name\"])", "order: [\"name\", 1])", "15:59: @node(order:) takes [String!], not [\"name\", 1].")]
    [InlineData("merged: true", "merged: \"true\"", "10:82: @relationship(merged:) takes Boolean, not \"true\".")]
    [InlineData("artist: Artist! @relationship(direction: IN)", "artist: Artist! @relationship(direction: INTO)", "28:44: @relationship(direction:) takes Direction, not INTO.")]
    [InlineData("@record(types: [\"SANG\"], order", "@record(types: SANG, order", "26:26: @record(types:) takes [String!], not SANG.")]
    public void In_directives(string right, string wrong, string message) => AssertRefused(right, wrong, message);

    [Theory]
    [InlineData("age: Int @property", "age: Integer @property", "19:8: There is no type \"Integer\".")]
    [InlineData("age: Int)", "age: Integer)", "4:37: There is no type \"Integer\".")]
    [InlineData("type ArtistsEdge {", "type ArtistEdge {", "5:12: There is no type \"ArtistsEdge\", by which \"ArtistsConnection\" would be made.")]
    [InlineData("{ node: Part! }", "{ part: Part! }", "34:6: PartsEdge needs a field \"node\": the row that it is about.")]
    [InlineData("Artist implements Node", "Artist implements Nodes", "15:24: There is no interface type \"Nodes\".")]
    [InlineData("Artist implements Node", "Artist implements Song", "15:24: There is no interface type \"Song\".")]
    public void In_types(string right, string wrong, string message) => AssertRefused(right, wrong, message);

    [Theory]
    [InlineData("{ ARTIST SONG SOURCE }", "{ ARTIST SONG SOURCE BAND }", "8:36: No type is of the kind BAND.")]
    [InlineData("{ ARTIST SONG SOURCE }", "{ ARTIST SOURCE }", "24:6: Song is a type of nodes: NodeKind needs its value SONG.")]
    [InlineData("type Source implements Node @node(label: \"Source\")", "type Source implements Node", "25:6: Source needs @node(label:).")]
    [InlineData("name: \"title\", order", "name: \"name\", order", "24:27: Song has no property \"name\" to be named by: it must be a String and have @property.")]
    [InlineData("name: \"title\", order", "name: \"lines\", order", "24:27: Song has no property \"lines\" to be named by: it must be a String and have @property.")]
    [InlineData("order: [\"title\"]", "order: [\"lines\"]", "24:27: Song has no property \"lines\" to be ordered by: it must be single and have @property.")]
    [InlineData("order: [\"title\"]", "order: [\"id\"]", "24:27: Song has no property \"id\" to be ordered by: it must be single and have @property.")]
    [InlineData("age: Int @property", "age: Float @property", "19:3: A property cannot be of type Float: it is String, Int, Date, an enum, a list of String or Int, or a node type with @node.")]
    [InlineData("age: Int @property", "age: [Craft!] @property", "19:3: A property cannot be of type [Craft!]: it is String, Int, Date, an enum, a list of String or Int, or a node type with @node.")]
    [InlineData("age: Int @property", "age: Node @property", "19:3: A property cannot be of type Node: it is String, Int, Date, an enum, a list of String or Int, or a node type with @node.")]
    [InlineData("name: String! @property @fold\n  age", "name: String! @property\n  age", "18:3: Filters search name: give it @fold.")]
    [InlineData("note: String @property @fold", "note: String @property", "31:3: Filters search note: give it @fold.")]
    [InlineData("lines: [String!]! @property @fold", "lines: [String!]!", "24:122: Song.lines is bound to nothing: give it a directive, or register code for it.")]
    public void In_nodes(string right, string wrong, string message) => AssertRefused(right, wrong, message);

    [Theory]
    [InlineData("COVERS @relationship(from: [\"Song\"], to: [\"Song\"], properties: \"Part\")", "COVERS", "11:3: COVERS needs @relationship(from:, to:).")]
    [InlineData("COVERS @relationship(from: [\"Song\"]", "COVERS @relationship(from: [\"Tune\"]", "11:10: COVERS joins nodes with the label \"Tune\", which no type has.")]
    [InlineData("to: [\"Song\"], properties: \"Part\")", "to: [\"Song\"], properties: \"Parts\")", "11:3: There is no object or interface type \"Parts\".")]
    [InlineData("VOICE @relationship(type: \"SANG\")", "VOICE @relationship(type: \"SINGS\")", "13:14: RelationshipKind has no value SINGS.")]
    [InlineData("sang: SongsConnection! @relationship(type: \"SANG\"", "sang: SongsConnection! @relationship(type: \"SINGS\"", "22:26: RelationshipKind has no value SINGS.")]
    [InlineData("sang: SongsConnection! @relationship(type: \"SANG\", ", "sang: SongsConnection! @relationship(", "22:3: sang needs @relationship(type:).")]
    [InlineData("order: [\"billing\", \"node.title\"", "order: [\"bill\", \"node.title\"", "22:26: There is no single property \"bill\" to order by.")]
    [InlineData("order: [\"billing\", \"node.title\"", "order: [\"billing\", \"node.name\"", "22:26: There is no single property \"node.name\" to order by.")]
    [InlineData("order: [\"billing\", \"node.title\"", "order: [\"billing\", \"node.lines\"", "22:26: There is no single property \"node.lines\" to order by.")]
    [InlineData("@relationship(type: \"SANG\", direction: OUT, order: [\"billing\", \"node.title\", \"node.id\"])", "@relationship(type: \"COVERS\", direction: OUT)", "35:6: SongsEdge shows properties of COVERS, of which several may join the same nodes: merge them, or page over a record.")]
    [InlineData("crafts: [Craft!]! @relationship(record: \"Part\"", "crafts: [Craft!]! @relationship(record: \"SongsEdge\"", "20:21: SongsEdge is a record of no relationships: there is nothing to follow.")]
    public void In_relationships(string right, string wrong, string message) => AssertRefused(right, wrong, message);

    [Theory]
    [InlineData("types: [\"SANG\"], order", "types: [\"SINGS\"], order", "26:11: RelationshipKind has no value SINGS.")]
    [InlineData("types: [\"SANG\"], order", "types: [\"COVERS\"], order", "26:6: Part is paged over: its types must be merged, and its order have all of its ties, which tell any two rows apart.")]
    [InlineData(", ties: [\"artist.id\", \"song.id\"]", "", "26:6: Part is paged over: its types must be merged, and its order have all of its ties, which tell any two rows apart.")]
    [InlineData("\"artist.id\", \"song.id\"], ties", "\"artist.id\"], ties", "26:6: Part is paged over: its types must be merged, and its order have all of its ties, which tell any two rows apart.")]
    [InlineData("order: [\"song.title\"", "order: [\"tune.title\"", "26:6: Part has no field tune to order by.")]
    [InlineData("order: [\"song.title\"", "order: [\"song.name\"", "29:3: Song has no property name.")]
    [InlineData("song: Song! @relationship(direction: OUT)", "song: Song!", "29:3: song needs @relationship(direction:).")]
    [InlineData("billing: Int @property\n", "billing: Int\n", "26:6: Part has no property billing.")]
    [InlineData("craft: Craft!\n", "craft: String!\n", "26:6: Part has no property craft.")]
    public void In_records(string right, string wrong, string message) => AssertRefused(right, wrong, message);

    [Theory]
    [InlineData("type ArtistsAggregates", "type BandsAggregates", "36:6: There is no type \"BandsEdge\", whose rows BandsAggregates would be about.")]
    [InlineData("{ node: Artist! }", "{ node: Node! }", "36:6: ArtistsAggregates is about Node, which must be nodes of one table, or a record.")]
    [InlineData("minAge: Int @property", "minAge: Int", "36:38: ArtistsAggregates.minAge is bound to nothing: give it a directive, or register code for it.")]
    [InlineData("minAge: Int @property", "minAge: Int! @property", "36:38: ArtistsAggregates.minAge is of an Int, and null where no row has one: make it Int.")]
    [InlineData("minAge: Int @property", "minSize: Int @property", "36:38: The rows that minSize is about have no property \"size\".")]
    [InlineData("minAge: Int @property", "minName: Int @property", "36:38: ArtistsAggregates.minName is of an Int, and null where no row has one: make it Int.")]
    [InlineData("span: 10", "span: 0", "36:60: ArtistsAggregates.byAge has a span of 0: it must be 1 or more, and of integers.")]
    [InlineData("span: 10", "span: 99999999999", "36:96: @property(span:) takes Int, not 99999999999.")]
    [InlineData("byCraft: [CraftCount!]! max", "byCraft: [CraftCount!]! @property(span: 2) max", "26:6: Part has no property craft.")]
    [InlineData("{ craft: Craft! count", "{ craft: NodeKind! count", "37:67: PartsAggregates.byCraft is bound to nothing: give it a directive, or register code for it.")]
    [InlineData("@relationship(type: \"SANG\", direction: OUT) }", "@relationship(record: \"Part\", direction: OUT) }", "36:100: ArtistsAggregates.bySong is bound to nothing: give it a directive, or register code for it.")]
    [InlineData("{ age: Int! count: Int! }", "{ age: Int! }", "38:6: AgeCount is a group of rows: it needs two fields, what the rows have in common and count: Int!.")]
    [InlineData("{ age: Int! count: Int! }", "{ age: String! count: Int! }", "36:60: ArtistsAggregates.byAge is bound to nothing: give it a directive, or register code for it.")]
    [InlineData("bySong: [SongCount!]!", "bySong: [String!]!", "36:100: ArtistsAggregates.bySong is bound to nothing: give it a directive, or register code for it.")]
    public void In_what_is_counted(string right, string wrong, string message) => AssertRefused(right, wrong, message);

    [Theory]
    [InlineData("age: Int): Artist", "height: Int): Artist", "4:32: Artist has no integer property \"height\" or \"heights\" to narrow a name by.")]
    [InlineData("age: Int): Artist", "name: Int): Artist", "4:32: Artist has no integer property \"name\" or \"names\" to narrow a name by.")]
    [InlineData("artist(id: ID, name: String", "artist(id: ID, title: String", "4:3: Query.artist is bound to nothing: no code has registered it.")]
    [InlineData("node(id: ID!): Node", "best: Artist", "3:3: Query.best is bound to nothing: no code has registered it.")]
    [InlineData("artists: ArtistsConnection", "artists: PartsConnection", "5:3: Query.artists is bound to nothing: no code has registered it.")]
    public void In_root_fields(string right, string wrong, string message) => AssertRefused(right, wrong, message);

    [Fact]
    public void A_source_label_that_no_type_has()
    {
        var refused = Assert.Throws<DomainException>(() => Create(File, source: "Document"));
        Assert.Equal("songs.graphql:1:1: No type has the label \"Document\", of the nodes that evidence names.", refused.Message);
    }

    [Fact]
    public void More_enum_values_than_a_set_has_bits()
    {
        var values = string.Join(' ', Enumerable.Range(0, 65).Select(i => $"V{i}"));
        AssertRefused("scalar Date", $"enum Many {{ {values} }} scalar Date", "1:6: Many has 65 values (with those that are not served), and 64 at most can be told apart.");
        Assert.Contains("enum Many", Create(File.Replace("scalar Date", $"enum Many {{ {values[..^4]} }} scalar Date", StringComparison.Ordinal)).Sdl, StringComparison.Ordinal);
    }

    [Fact]
    public void More_types_of_relationships_than_can_be_walked_in_both_directions()
    {
        var more = string.Join(' ', Enumerable.Range(0, 32).Select(i => $"V{i} @relationship"));
        AssertRefused("enum RelationshipKind {", $"enum RelationshipKind {{ {more}", "9:6: RelationshipKind has 34 values, and 32 at most can be walked, each in both directions.");
    }

    [Fact]
    public void Code_for_a_field_that_is_not_declared()
    {
        var refused = Assert.Throws<DomainException>(() => MusicDomain.Create(MusicDomain.File.Replace("probe(", "prove(", StringComparison.Ordinal)));
        Assert.Equal("music.graphql:3:1: Code is registered for Query.probe, which the domain does not declare.", refused.Message);
    }

    private static void AssertRefused(string right, string wrong, string message)
    {
        Assert.Contains(right, File, StringComparison.Ordinal);
        var at = File.LastIndexOf(right, StringComparison.Ordinal);
        var refused = Assert.Throws<DomainException>(() => Create(File[..at] + wrong + File[(at + right.Length)..]));
        Assert.Equal("songs.graphql:" + message, refused.Message);
    }
}
