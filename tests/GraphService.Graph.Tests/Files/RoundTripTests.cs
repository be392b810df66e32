using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Graph.Store;
using GraphService.Graph.Tests.Store;
using GraphService.Graph.Text;

namespace GraphService.Graph.Tests.Files;

/// <summary>Random graphs, written to files and loaded, against a plain reading of the data format.</summary>
public sealed class RoundTripTests
{
    private static readonly Comparer<string> s_bytes =
        Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));

    [Fact]
    public void What_is_written_is_loaded() => Check((random, graph, read) =>
    {
        foreach (var person in random.People)
        {
            Assert.Equal(person.Name, read.Value(person.Id, "name"));
            Assert.Equal(person.Aliases, read.Value(person.Id, "aliases"));
            Assert.Equal(person.SortName, read.Value(person.Id, "sortName"));
            Assert.Equal(EvidenceOf(person.Evidence.Distinct()), read.Evidence(graph.NodeEvidence, read.Node(person.Id)));
            var folded = Folding.Fold(person.Name);
            Assert.True(folded.Length == 0 || read.Named(0, folded).Contains(person.Id));
        }

        foreach (var work in random.Works)
        {
            Assert.Equal(work.Title, read.Value(work.Id, "title"));
            Assert.Equal(work.Year, read.Value(work.Id, "year"));
            Assert.Equal(work.Years.Distinct().Order(), read.Value(work.Id, "years"));
            Assert.Equal(work.Form, read.Value(work.Id, "form"));
        }

        Assert.Equal(random.People.Select(p => p.Id).Order(s_bytes), Enumerable.Range(0, graph.Tables[0].Count).Select(read.Id));
        Assert.Equal(Enumerable.Range(0, graph.NodeCount).Select(read.Id).Order(s_bytes), Enumerable.Range(0, graph.NodeCount).OrderBy(n => graph.IdRanks[n]).Select(read.Id));
    });

    [Fact]
    public void Credits_and_honours_are_merged() => Check((random, graph, read) =>
    {
        var credits = random.Credits.GroupBy(c => (c.From, c.To, c.Type)).Select(g =>
            $"{random.People[g.Key.From].Id} {g.Key.Type} {random.Works[g.Key.To].Id} {{"
            + Fields(
                ("characters", Joined("|", g.SelectMany(c => c.Characters).Distinct()) is { } c ? $"[{c}]" : null),
                ("note", Joined("; ", g.Select(c => c.Note).OfType<string>().Distinct())),
                ("billing", g.Min(c => c.Number)?.ToString()))
            + "} " + EvidenceOf(g.SelectMany(c => c.Evidence).Distinct()));
        var honours = random.Honours.GroupBy(h => (h.From, h.To, h.Type, h.Note, h.Number, h.Work)).Select(g =>
            $"{random.People[g.Key.From].Id} {g.Key.Type} {RandomGraph.Awards[g.Key.To]} {{"
            + Fields(("year", g.Key.Number?.ToString()), ("note", g.Key.Note), ("work", g.Key.Work is { } w ? random.Works[w].Id : null))
            + "} " + EvidenceOf(g.SelectMany(h => h.Evidence).Distinct()));
        Assert.Equal(credits.Concat(honours).Order(s_bytes), read.Relationships().Order(s_bytes));
    });

    [Fact]
    public void Lists_are_sorted() => Check((random, graph, read) =>
    {
        foreach (var group in random.Credits.Where(c => c.Type == "ACTED_IN").GroupBy(c => c.To))
        {
            var cast = group.GroupBy(c => c.From)
                .Select(g => (Billing: g.Min(c => c.Number), Person: random.People[g.Key]))
                .OrderBy(c => c.Billing ?? int.MaxValue).ThenBy(c => c.Person.SortName is null)
                .ThenBy(c => c.Person.SortName ?? "", s_bytes).ThenBy(c => c.Person.Id, s_bytes)
                .Select(c => c.Person.Id);
            Assert.Equal(cast, read.Far(1, random.Works[group.Key].Id));
        }

        foreach (var group in random.Credits.GroupBy(c => c.From))
        {
            var works = group.DistinctBy(c => (c.To, c.Type)).Select(c => (c.Type, Work: random.Works[c.To]))
                .OrderBy(c => c.Work.Year ?? int.MaxValue).ThenBy(c => c.Work.Title, s_bytes).ThenBy(c => c.Work.Id, s_bytes).ThenBy(c => c.Type, s_bytes)
                .Select(c => c.Work.Id);
            Assert.Equal(works, read.Far(0, random.People[group.Key].Id));
        }

        var honours = random.Honours.Where(h => h.Work is not null).GroupBy(h => h.Work!.Value);
        foreach (var group in honours)
        {
            var distinct = group.DistinctBy(h => (h.From, h.To, h.Type, h.Note, h.Number)).Count();
            Assert.Equal(distinct, read.Far(2, random.Works[group.Key].Id).Length);
        }

        Assert.Equal(graph.RelationshipCount * 2, graph.Adjacencies[4].Count);
    });

    private static void Check(Action<RandomGraph, GraphSnapshot, SnapshotReader> check) => Prop.ForAll(RandomGraph.Arbitrary, random =>
    {
        using var folder = new GraphFolder();
        random.WriteTo(folder);
        var graph = folder.Load();
        check(random, graph, new SnapshotReader(graph));
        graph.Retire();
    }).QuickCheckThrowOnFailure();

    private static string? Joined(string separator, IEnumerable<string> items) => string.Join(separator, items) is { Length: > 0 } text ? text : null;

    private static string Fields(params (string Name, string? Value)[] fields) =>
        string.Join(", ", fields.Where(f => f.Value is not null).Select(f => $"{f.Name}: {f.Value}"));

    private static string EvidenceOf(IEnumerable<(string Source, string Locator)> evidence) =>
        "[" + string.Join(", ", evidence.Select(e => $"{e.Source}@{e.Locator}")) + "]";
}
