using GraphService.Engine.Tests.Music;
using GraphService.Graph.Model;
using GraphService.TestSupport;

namespace GraphService.Engine.Tests.Schema;

public class DomainTests
{
    [Fact]
    public void The_served_schema_is_as_approved() => Golden.Match("music.sdl.graphql", MusicDomain.Instance.Sdl);

    [Fact]
    public void Tables_hold_the_properties_of_all_their_types()
    {
        var recording = MusicDomain.Instance.Model.Tables.Single(t => t.Label == "Recording");
        Assert.Equal(["title", "aliases", "year", "years", "tracks", "side"], recording.Properties.Select(p => p.Name));
        Assert.Equal(["year", "title"], recording.DefaultOrder.Select(p => p.Name));
        Assert.Equal("title", recording.Name!.Name);
        Assert.Equal(["Album"], recording.Property("tracks")!.OnlyOn!);
        Assert.True(recording.Property("title") is { IsRequired: true, IsFolded: true, Type: PropertyType.Text });
    }

    [Fact]
    public void Kinds_carry_the_labels_of_their_table_and_their_own()
    {
        var kinds = MusicDomain.Instance.Model.Kinds;
        Assert.Equal(["ARTIST", "ALBUM", "SINGLE", "LABEL", "SOURCE"], kinds.Select(k => k.Name));
        Assert.Equal(["Recording", "Album"], kinds[1].Labels);
        Assert.Equal(["Label"], kinds[3].Labels);
    }

    [Fact]
    public void Relationship_types_are_those_of_the_file_and_then_the_hidden_ones()
    {
        var types = MusicDomain.Instance.Model.RelationshipTypes;
        Assert.Equal(["SANG_ON", "PLAYED_BASS_ON", "ARRANGED", "ISSUED_BY", "COVERS", "ABOUT"], types.Select(t => t.Name));
        Assert.Equal([true, true, true, false, false, false], types.Select(t => t.IsMerged));
        Assert.Equal(["songs", "note", "billing"], types[0].Properties.Select(p => p.Name));
        Assert.True(types[5].IsHidden);
    }

    [Fact]
    public void Fields_that_walk_alike_share_a_list()
    {
        var adjacencies = MusicDomain.Instance.Model.Adjacencies;
        Assert.Equal(Enumerable.Range(0, adjacencies.Count), adjacencies.Select(a => a.Index));
        Assert.Single(adjacencies, a => a.Direction == Direction.Out && a.Types.Count == 3);
        Assert.Single(adjacencies, a => a.Types is [{ Name: "COVERS" }] && a.Direction == Direction.In);
    }

    [Fact]
    public void A_type_that_does_not_keep_to_its_interface_is_found_when_the_schema_is_asked_for()
    {
        var domain = MusicDomain.Create(MusicDomain.File.Replace("type Source implements Named & Node", "type Source implements Named", StringComparison.Ordinal));
        var failure = Assert.Throws<GraphQL.TypeSystem.SchemaException>(() => domain.Schema);
        Assert.Equal("music.graphql:107:6: Type Source must implement Node because it is implemented by Named.", failure.Message);
    }
}
