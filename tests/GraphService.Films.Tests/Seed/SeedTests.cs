using System.Globalization;
using System.Text.RegularExpressions;
using GraphService.Films.Tests.TestSupport;
using GraphService.Graph.Text;
using GraphService.TestSupport;

namespace GraphService.Films.Tests.Seed;

/// <summary>What holds of the seed graph: every fact has its sources, nobody is there twice, and what the sources dispute is kept.</summary>
public partial class SeedTests
{
    private const int LongestText = 80;

    [Fact]
    public void Every_fact_names_its_sources_and_the_place_in_each()
    {
        var sources = SeedFiles.Labelled("Source").Select(s => s.Id).ToHashSet();
        Assert.Equal(5, sources.Count);
        foreach (var row in SeedFiles.Rows.Where(r => !r.Labels.Contains("Source")))
        {
            Assert.True(row.Sources.Count > 0, $"{row} has no source");
            Assert.True(row.Sources.Count == row.Locators.Count, $"{row}: sources and locators differ in length");
            Assert.All(row.Sources, s => Assert.Contains(s, sources));
            Assert.All(row.Locators, l => Assert.Matches(Locator(), l));
            Assert.Equal(row.Sources.Count, row.Sources.Zip(row.Locators).Distinct().Count());
        }
    }

    [Fact]
    public void Every_source_is_cited()
    {
        var cited = SeedFiles.Rows.SelectMany(r => r.Sources).ToHashSet();

        Assert.All(SeedFiles.Labelled("Source"), s => Assert.Contains(s.Id, cited));
    }

    [Fact]
    public void Every_id_is_a_slug_and_given_once()
    {
        Assert.All(SeedFiles.Nodes, n => Assert.Matches(Slug(), n.Id));
        Assert.Empty(SeedFiles.Nodes.GroupBy(n => n.Id).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_relationship_joins_nodes_that_are_there_and_is_written_once()
    {
        var ids = SeedFiles.Nodes.Select(n => n.Id).ToHashSet();

        Assert.All(SeedFiles.Relationships, r => Assert.True(ids.Contains(r.Start) && ids.Contains(r.End), r.ToString()));
        Assert.Empty(SeedFiles.Relationships
            .GroupBy(r => string.Join('|', [r.Start, r.Type, r.End, .. r.Properties.Select(p => p.Value)]))
            .Where(g => g.Count() > 1)
            .Select(g => g.Key));
    }

    [Fact]
    public void No_node_but_the_sources_stands_alone()
    {
        var joined = SeedFiles.Relationships.SelectMany(r => new[] { r.Start, r.End }).ToHashSet();

        Assert.Empty(SeedFiles.Nodes.Where(n => !n.Labels.Contains("Source") && !joined.Contains(n.Id)).Select(n => n.Id));
    }

    [Fact]
    public void No_person_is_there_twice() => Assert.Empty(Homonyms("Person"));

    [Fact]
    public void The_homonyms_are_those_of_the_sources()
    {
        Assert.Equal(["ko: k-o-2017, k-o-2025"], Homonyms("Work"));
        Assert.Equal("Un conte de Noël", SeedFiles.Node("un-conte-de-noel-2007").Text("title"));
        Assert.Equal("Un Conte de Noël", SeedFiles.Node("un-conte-de-noel-dickens").Text("name"));
    }

    [Fact]
    public void Contradictions_are_kept_each_with_its_source()
    {
        var claims = SeedFiles.OfType("ABOUT")
            .Select(about => (Subject: about.End, Claim: SeedFiles.Node(about.Start)))
            .GroupBy(c => $"{c.Subject} {c.Claim.Text("property")}", c => $"{c.Claim.Text("value")} ({c.Claim.Sources.Single()} {c.Claim.Locators.Single()})")
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}: {string.Join(" / ", g.Order(StringComparer.Ordinal))}");

        Assert.Equal(
            [
                "bastien-k-o-2025 occupation: former MMA champion (source-001 line 3) / former boxing champion turned security guard (source-002 line 3)",
                "k-o-2017 year: 2016 (source-003 line 630) / 2017 (source-003 lines 557, 734)",
                "k-o-2025 ageRating: forbidden under 16 (source-002 line 1) / not recommended under 16 (source-000 line 1)",
                "simon-werner-a-disparu year: 2009 (source-003 line 569) / 2010 (source-003 line 64)",
            ],
            claims);
    }

    [Fact]
    public void Disputed_years_are_all_years_of_the_work()
    {
        Assert.Equal("2017;2016", SeedFiles.Node("k-o-2017").Text("years:int[]"));
        Assert.Equal("2010;2009", SeedFiles.Node("simon-werner-a-disparu").Text("years:int[]"));
        Assert.All(SeedFiles.Labelled("Work").Where(w => w.List("years:int[]").Count > 0), w => Assert.Equal(w.Text("year:int"), w.List("years:int[]")[0]));
    }

    [Fact]
    public void Whoever_is_credited_with_a_character_plays_it_and_it_is_in_the_work()
    {
        var names = SeedFiles.Labelled("Character").ToLookup(c => c.Text("name"), c => c.Id);
        var plays = SeedFiles.OfType("PLAYS").Select(r => (r.Start, r.End)).ToHashSet();
        var isIn = SeedFiles.OfType("CHARACTER_IN").Select(r => (r.Start, r.End)).ToHashSet();
        var credited = new HashSet<(string, string)>();
        foreach (var credit in SeedFiles.Relationships)
        {
            foreach (var name in credit.List("characters:string[]"))
            {
                var character = Assert.Single(names[name], c => plays.Contains((credit.Start, c)) && isIn.Contains((c, credit.End)));
                credited.Add((credit.Start, character));
            }
        }

        Assert.Equal(plays, credited);
        Assert.All(SeedFiles.Labelled("Character"), c => Assert.Contains(isIn, p => p.Item1 == c.Id));
    }

    [Fact]
    public void Texts_are_names_titles_and_short_notes_of_our_own()
    {
        foreach (var row in SeedFiles.Rows)
        {
            Assert.All(row.Properties, p => Assert.True(p.Value.Length <= LongestText, $"{row} {p.Key}: {p.Value.Length} characters"));
            Assert.All(row.Cells.Values, v => Assert.True(v.IsNormalized() && v == v.Trim(), row.ToString()));
            Assert.DoesNotContain(row.Text("note"), c => c is '"' or '«' or '»' or '“' or '”');
        }
    }

    [Fact]
    public void It_holds_so_many_of_each()
    {
        var labels = SeedFiles.Nodes.CountBy(n => string.Join(';', n.Labels)).OrderBy(c => c.Key, StringComparer.Ordinal);
        var types = SeedFiles.Relationships.CountBy(r => r.Type).OrderBy(c => c.Key, StringComparer.Ordinal);

        Golden.Match("seed-counts.txt", string.Concat(labels.Concat(types).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}\n"))));
    }

    [Fact]
    public void All_of_it_is_loaded_and_known_to_the_schema()
    {
        var summary = FilmService.Seed.Summary;

        Assert.Empty(summary.Unserved);
        Assert.Equal(SeedFiles.Nodes.Count() - SeedFiles.Labelled("Claim").Count(), summary.Nodes);
        Assert.Equal(SeedFiles.Relationships.Count() - SeedFiles.OfType("ABOUT").Count(), summary.Relationships);
    }

    /// <summary>Folded names and aliases that several nodes of a label share.</summary>
    private static IEnumerable<string> Homonyms(string label) => SeedFiles.Labelled(label)
        .SelectMany(n => n.Names.Select(name => (Name: Folding.Fold(name), n.Id)).Distinct())
        .GroupBy(n => n.Name, n => n.Id)
        .Where(g => g.Count() > 1)
        .Select(g => $"{g.Key}: {string.Join(", ", g.Order(StringComparer.Ordinal))}")
        .Order(StringComparer.Ordinal);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();

    [GeneratedRegex(@"^lines? [0-9]+(-[0-9]+)?(, [0-9]+(-[0-9]+)?)*( \(.+\))?$")]
    private static partial Regex Locator();
}
