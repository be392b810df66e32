using GraphService.Films.Tests.TestSupport;

namespace GraphService.Films.Tests.Fields;

/// <summary>What the service says about its graph: totals, and what its sources dispute.</summary>
public class FactsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Disputes_are_walked(int size)
    {
        var all = Pages.Walk(FilmService.Seed, $"query($first: Int, $after: String) {{ list: disputes(first: $first, after: $after) {{ {Pages.Info} edges {{ cursor node {{ property subject {{ id }} }} }} }} }}", "{}", size);

        Assert.Equal(
            ["bastien-k-o-2025 occupation", "k-o-2017 year", "k-o-2025 ageRating", "simon-werner-a-disparu year"],
            all.Select(e => $"{e.GetProperty("node").GetProperty("subject").GetProperty("id")} {e.GetProperty("node").GetProperty("property")}"));
    }

    [Fact]
    public void Sources_are_walked()
    {
        var all = Pages.Walk(FilmService.Seed, $"query($first: Int, $after: String) {{ list: sources(first: $first, after: $after) {{ {Pages.Info} edges {{ cursor node {{ id }} }} }} }}", "{}", 2);

        Assert.Equal(["source-000", "source-001", "source-002", "source-003", "source-004"], all.Select(e => e.GetProperty("node").GetProperty("id").GetString()));
    }

    [Fact]
    public void Everything_stored_is_counted_but_claims_and_what_they_are_about()
    {
        var folder = Directory.CreateTempSubdirectory("facts-");
        try
        {
            Write("nodes.csv", "id:ID,name,:LABEL", "p,P,Person", "q,Q,Person;Star", "g,G,Group", "s,S,Source", "x,X,Studio", "y,Y,");
            Write("works.csv", "id:ID,title,:LABEL", "w,W,Work;Film");
            Write("claims.csv", "id:ID,property,value,sources:string[],locators:string[],:LABEL", "c2,year,2001,s;s;s,b;b;,Claim", "c1,year,2001,s;s,b;a,Claim", "c3,year,2000,,,Claim", "c4,year,1999,,,Claim", "c5,year,1998,,,Claim");
            Write("links.csv", ":START_ID,:END_ID,:TYPE,note",
                "p,w,ACTED_IN,a", "p,w,ACTED_IN,b", "q,w,DIRECTED,", "g,w,ACTED_IN,", "w,w,SEQUEL_OF,", "x,w,MADE,", "x,y,MADE,", "p,q,KNOWS,",
                "c1,w,ABOUT,", "c2,w,ABOUT,", "c3,w,ABOUT,", "c4,x,ABOUT,", "c5,x,ABOUT,", "c4,p,ABOUT,");
            var service = FilmService.Load(folder.FullName);

            Assert.Equal(
                """{"nodes":7,"relationships":7,"people":2,"works":1,"credits":2}""",
                service.Data("{ statistics { nodes relationships people works credits } }").GetProperty("statistics").GetRawText());
            Assert.Equal(
                """{"totalCount":1,"nodes":[{"subject":{"id":"w"},"property":"year","claims":[{"value":"2000","sources":[]},{"value":"2001","sources":[{"locator":"b"},{"locator":"a"},{"locator":null}]}]}]}""",
                service.Data("{ disputes { totalCount nodes { subject { id } property claims { value sources { locator } } } } }").GetProperty("disputes").GetRawText());
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        void Write(string name, params string[] lines) => File.WriteAllText(Path.Combine(folder.FullName, name), string.Join('\n', lines) + "\n");
    }
}
