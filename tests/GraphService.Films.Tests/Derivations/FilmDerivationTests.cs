using System.Text;
using GraphService.Films.Derivations;
using GraphService.Graph.Files;
using GraphService.Graph.Store;

namespace GraphService.Films.Tests.Derivations;

public sealed class FilmDerivationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("films-").FullName;

    [Fact]
    public void Sort_names_are_folded_when_given_and_derived_when_not()
    {
        Write("p.csv", "id:ID,name,sortName,:LABEL",
            "a,Zoé O'Brien,,Person", "b,Anne de la Tour,\"De La  Tour, Anne\",Person", "c,Cher,,Person", "d,??,,Person", "e,Jean Renoir,...,Person");
        Assert.Equal(["o brien zoe", "de la tour anne", "cher", "", "renoir jean"], Texts("Person", "sortName"));
    }

    [Fact]
    public void People_stand_in_the_order_of_their_sort_names()
    {
        Write("p.csv", "id:ID,name,sortName,:LABEL", "a,Zoé Abel,,Person", "b,Abel Zola,,Person", "c,Ann Abel,,Person");
        var graph = Load();
        Assert.Equal(["c", "a", "b"], graph.DefaultOrders[0].Span.ToArray().Select(n => Encoding.UTF8.GetString(graph.Text(graph.Ids[n]))));
        graph.Retire();
    }

    [Theory]
    [InlineData("2017", "2018;2017", "", "2017: 2017 2018")]
    [InlineData("", "2018;2016;2017", "", "2018: 2016 2017 2018")]
    [InlineData("2017", "", "", "2017: 2017")]
    [InlineData("", "", "", ": ")]
    [InlineData("", "", "2018-05;2017-12-31;2018", "2017: 2017")]
    [InlineData("", "", "2018", "2018: 2018")]
    [InlineData("2019", "", "2018", "2019: 2019")]
    [InlineData("", "2020;2020", "2018", "2020: 2020")]
    [InlineData("", "2147483647", "2018", "2147483647: 2147483647")]
    public void Years_are_completed_from_each_other_and_from_releases(string year, string years, string released, string expected)
    {
        Write("w.csv", "id:ID,title,year:int,years:int[],:LABEL", $"w,W,{year},{years},Work;Film", "other,O,,,Work;Series");
        Write("o.csv", "id:ID,name,:LABEL", "tv,TV,Organization");
        Write("r.csv", [":START_ID,:END_ID,:TYPE,date", .. released.Split(';').Select(d => $"w,tv,RELEASED_ON,{d}"), "other,tv,RELEASED_ON,1900"]);
        var graph = Load();
        var table = graph.Model.Tables.Single(t => t.Label == "Work");
        var columns = graph.NodeColumns[table.Index];
        var row = graph.LocalNode(graph.FindNode("w"u8));
        var preferred = ((IntColumn)columns[table.Property("year")!.Index]).Values[row];
        var all = ((IntListColumn)columns[table.Property("years")!.Index]).ItemsOf(row).ToArray();
        Assert.Equal(expected, $"{(preferred == IntColumn.Missing ? "" : preferred)}: {string.Join(' ', all)}");
        graph.Retire();
    }

    [Fact]
    public void A_year_that_is_not_among_the_years()
    {
        Write("w.csv", "id:ID,title,year:int,years:int[],:LABEL", "w,W,2017,2018;2016,Work;Film", "v,V,2017,2018;x,Work;Film");
        Assert.Equal(
            ["w.csv:2:3 (year:int): 2017 is not among the years 2018, 2016: add it, or leave it out", "w.csv:3:4 (years:int[]): \"x\" is not a whole number"],
            Faults());
    }

    [Fact]
    public void Long_sort_names_and_titles()
    {
        Write("p.csv", "id:ID,name,sortName,:LABEL", $"a,A,{new string('é', 1001)},Person", $"b,B,{new string('é', 1000)},Person");
        Write("s.csv", "id:ID,name,title,:LABEL", $"s,S,{new string('t', 1001)},Source");
        Assert.Equal(
            ["p.csv:2:3 (sortName): the sortName has 1001 characters: 1000 at most", "s.csv:2:3 (title): the title has 1001 characters: 1000 at most"],
            Faults());
    }

    [Fact]
    public void Territories_and_dates()
    {
        Write("w.csv", "id:ID,title,:LABEL", "w,W,Work;Film");
        Write("o.csv", "id:ID,name,:LABEL", "tv,TV,Organization");
        Write("r.csv", ":START_ID,:END_ID,:TYPE,territory,date",
            "w,tv,RELEASED_ON,FR,", "w,tv,RELEASED_ON,fr,2020-13", "w,tv,RANKED,World,", "w,tv,RANKED,world,", "w,tv,RANKED,FRA,", "w,tv,RANKED,ZZ,");
        const string Message = "the territory is neither a country code of ISO 3166-1 alpha-2 in capitals, such as FR, nor world";
        Assert.Equal(
            [
                $"r.csv:3:4 (territory): {Message}",
                "r.csv:3:5 (date): \"2020-13\" is not a date of the calendar: write 2025-06-06, 2025-06 or 2025",
                $"r.csv:4:4 (territory): {Message}",
                $"r.csv:6:4 (territory): {Message}",
                $"r.csv:7:4 (territory): {Message}",
            ],
            Faults());
    }

    [Theory]
    [InlineData("Zoé O'Brien", "o brien zoe")]
    [InlineData("  Jean-Luc  Godard ", "godard jean luc")]
    [InlineData("Cher", "cher")]
    [InlineData("Ann\u00A0Mary\u2003Lee", "lee ann mary")]
    [InlineData("J. J. Abrams", "abrams j j")]
    [InlineData("Sammy Davis Jr.", "jr sammy davis")]
    [InlineData("Ann -", "ann")]
    [InlineData("", "")]
    [InlineData(" ", "")]
    public void The_last_part_comes_first(string name, string sortName) => Assert.Equal(sortName, SortName.Of(name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, params string[] lines) => File.WriteAllLines(Path.Combine(_folder, name), lines);

    private GraphSnapshot Load() => GraphLoader.Load(_folder, FilmDomain.Create().Model, new FilmDerivation());

    private string[] Faults() => [.. Assert.Throws<GraphLoadException>(Load).Faults.Select(f => f.ToString())];

    private string[] Texts(string label, string property)
    {
        var graph = Load();
        var table = graph.Model.Tables.Single(t => t.Label == label);
        var column = (TextColumn)graph.NodeColumns[table.Index][table.Property(property)!.Index];
        var texts = column.Values.Span.ToArray().Select(t => t.IsNull ? "none" : Encoding.UTF8.GetString(graph.Text(t))).ToArray();
        graph.Retire();
        return texts;
    }
}
