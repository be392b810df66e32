using GraphService.Neo4j.Loading;

namespace GraphService.Neo4j.Tests.Loading;

public class FingerprintTests
{
    private static string Of(params (string Name, string Line)[] files)
    {
        using var folder = new FilmFolder();
        foreach (var (name, line) in files)
        {
            folder.Add(name, line);
        }

        return Fingerprint.OfFolder(folder.Path);
    }

    [Fact]
    public void The_same_files_have_the_same_one_wherever_they_lie() => Assert.Equal(Of(("a.csv", "1"), ("b.csv", "2")), Of(("b.csv", "2"), ("a.csv", "1")));

    [Fact]
    public void What_is_no_graph_file_does_not_count() => Assert.Equal(Of(("a.csv", "1")), Of(("a.csv", "1"), ("notes.txt", "2")));

    [Fact]
    public void Names_and_contents_count() =>
        Assert.Equal(5, new[] { Of(("a.csv", "1")), Of(("a.csv", "2")), Of(("b.csv", "1")), Of(("a.csv", "1"), ("b.csv", "1")), Of() }.Distinct().Count());

    [Fact]
    public void The_slot_does_not_count_but_the_statements_do()
    {
        using var folder = FilmFolder.Everything();
        using var other = new FilmFolder().Add("n.csv", "id:ID,name,:LABEL", "a,A,Person");
        string OfPlan(FilmFolder f, GraphSlot slot) => Fingerprint.Of("x", new LoadPlan(f.Load(), slot), slot);
        Assert.Equal(OfPlan(folder, GraphSlot.A), OfPlan(folder, GraphSlot.B));
        Assert.NotEqual(OfPlan(folder, GraphSlot.A), OfPlan(other, GraphSlot.A));
    }
}
