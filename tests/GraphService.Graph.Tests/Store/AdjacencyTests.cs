using GraphService.Graph.Model;
using GraphService.Graph.Store;
using GraphService.Graph.Tests.Files;
using GraphService.Graph.Tests.Model;

namespace GraphService.Graph.Tests.Store;

public sealed class AdjacencyTests : IDisposable
{
    private readonly GraphFolder _folder = new GraphFolder()
        .Add("n.csv", "id:ID,name,sortName,:LABEL",
            "ann,Ann,lee,Person", "bob,Bob,abe,Person", "cyd,Cyd,abe,Person", "césar,César,,Award", "oscar,Oscar,,Award", "z,Zed,,Organization", "y,Zed,,Organization", "x,Abc,,Organization")
        .Add("w.csv", "id:ID,title,year:int,:LABEL", "ko,K.O.,2017,Work;Film", "ko2,K.O.,2016,Work;Film", "tv,Telly,,Work;Series")
        .Add("r.csv", ":START_ID,:END_ID,:TYPE,billing:int,year:int,work,note,date",
            "ann,ko,ACTED_IN,,,,,", "bob,ko,ACTED_IN,2,,,,", "cyd,ko,ACTED_IN,2,,,,", "z,ko,ACTED_IN,1,,,,", "ann,tv,ACTED_IN,,,,,", "ann,ko2,DIRECTED,,,,,", "ann,ko2,ACTED_IN,,,,,",
            "ann,césar,WON,,2018,ko,,", "bob,oscar,WON,,2017,ko,,", "ko,oscar,WON,,2018,,b,", "ko,oscar,WON,,2018,,a,", "ko,oscar,NOMINATED_FOR,,2018,ko,,", "ann,oscar,NOMINATED_FOR,,,ko,,",
            "ko,z,RELEASED_ON,,,,,2017-05", "ko,y,RELEASED_ON,,,,,2017-05", "ko,x,RELEASED_ON,,,,,2017-05", "ko,x,RELEASED_ON,,,,,2017-05-01", "ko,y,RELEASED_ON,,,,,",
            "ko,ko,SEQUEL_OF,,,,,", "ko2,ko,SEQUEL_OF,,,,,");

    [Fact]
    public void Cast_is_sorted_by_billing_and_rank_and_holds_people_only() =>
        Assert.Equal(["bob", "cyd", "ann"], Read().Far(1, "ko"));

    [Fact]
    public void Credits_are_sorted_by_the_rank_of_the_work_and_the_type() =>
        Assert.Equal(["ann ACTED_IN ko2", "ann DIRECTED ko2", "ann ACTED_IN ko", "ann ACTED_IN tv"], Read().Steps(0, "ann").Select(s => s[(s.IndexOf(' ') + 1)..s.IndexOf(" {")]));

    [Fact]
    public void Honours_are_listed_by_the_work_that_they_name_too() =>
        Assert.Equal(
            [
                "oscar bob WON oscar {year: 2017, work: ko} []",
                "césar ann WON césar {year: 2018, work: ko} []",
                "oscar ko WON oscar {year: 2018, note: a} []",
                "oscar ko WON oscar {year: 2018, note: b} []",
                "oscar ko NOMINATED_FOR oscar {year: 2018, work: ko} []",
                "oscar ann NOMINATED_FOR oscar {work: ko} []",
            ],
            Read().Steps(2, "ko"));

    [Fact]
    public void A_works_own_honour_is_for_that_work()
    {
        var read = Read();
        var references = _graph!.References[2]!.Value.Span.ToArray();
        Assert.Equal(["ko", "ko", "ko", "ko"], references.Select(read.Id));
    }

    [Fact]
    public void Descending_terms_put_missing_values_first_and_later_terms_break_ties() =>
        Assert.Equal(["y", "x", "x", "y", "z"], Read().Far(5, "ko"));

    [Fact]
    public void Both_directions_list_a_loop_once() =>
        Assert.Equal(["ko SEQUEL_OF ko", "ko2 SEQUEL_OF ko"], Read().Steps(4, "ko").Where(s => s.Contains("SEQUEL")).Select(s => s[(s.IndexOf(' ') + 1)..s.IndexOf(" {")]));

    [Fact]
    public void Degrees_count_served_relationships_of_both_ends()
    {
        var read = Read();
        Assert.Equal(4 + 3 + 5 + 2, _graph!.Degrees[read.Node("ko")]);
        Assert.Equal(6, _graph.Degrees[read.Node("ann")]);
    }

    [Fact]
    public void Nodes_that_a_list_is_not_kept_for_have_none()
    {
        var read = Read();
        Assert.True(_graph!.Adjacencies[1].Of(read.Node("ann")).IsEmpty);
        Assert.True(_graph.Adjacencies[0].Of(read.Node("ko")).IsEmpty);
        Assert.True(_graph.Adjacencies[0].Of(-1).IsEmpty);
        Assert.Equal(6, _graph.Adjacencies[0].Count);
    }

    [Fact]
    public void Distinct_lists_keep_the_first_step_to_each_node()
    {
        var films = TestModels.Films;
        var release = films.RelationshipTypes[4];
        var model = new GraphModel
        {
            Tables = films.Tables,
            Kinds = films.Kinds,
            RelationshipTypes = films.RelationshipTypes,
            SourceTable = films.SourceTable,
            Adjacencies =
            [
                new Adjacency
                {
                    Index = 0, Types = [release], Direction = Direction.Out, IsDistinct = true,
                    Order = [TestModels.By(Subject.Relationship, release.Properties[0], descending: true), TestModels.By(Subject.Node, ValueKind.Id)],
                },
                new Adjacency
                {
                    Index = 1, Types = [films.RelationshipTypes[0], films.RelationshipTypes[1]], Direction = Direction.Out, IsDistinct = true,
                    Near = films.Tables[0], Order = [TestModels.By(Subject.Node, ValueKind.Id)],
                },
            ],
        };
        _graph = _folder.Load(model);
        var read = new SnapshotReader(_graph);
        Assert.Equal(["y", "x", "z"], read.Far(0, "ko"));
        Assert.Equal(["ko", "ko2", "tv"], read.Far(1, "ann"));
        Assert.Equal(["ko"], read.Far(1, "cyd"));
        Assert.Equal((3, 5), (_graph.Adjacencies[0].Count, _graph.Adjacencies[1].Count));
    }

    private GraphSnapshot? _graph;

    private SnapshotReader Read() => new(_graph = _folder.Load());

    public void Dispose()
    {
        _graph?.Retire();
        _folder.Dispose();
    }
}
