using System.Text;
using GraphService.Neo4j.Loading;
using GraphService.TestSupport;

namespace GraphService.Neo4j.Tests.Loading;

public class LoadPlanTests
{
    [Fact]
    public void Every_step_is_a_statement_and_its_rows()
    {
        using var folder = FilmFolder.Everything();
        var text = new StringBuilder();
        foreach (var step in new LoadPlan(folder.Load(), GraphSlot.B).Steps)
        {
            text.Append(step.Write).Append('\n').Append(WrittenParameters.Of(sink => step.WriteRows(0, step.Count, sink)).Replace("],[", "],\n [", StringComparison.Ordinal)).Append("\n\n");
        }

        Golden.Match("Loading/everything.txt", text.ToString());
    }

    [Fact]
    public void Nothing_that_a_file_says_stands_in_a_statement()
    {
        using var folder = FilmFolder.Everything();
        Assert.All(new LoadPlan(folder.Load(), GraphSlot.A).Steps, step => Assert.DoesNotContain('`', step.Statement.Text + step.Write));
        Assert.All(new LoadPlan(folder.Load(), GraphSlot.A).Steps, step => Assert.DoesNotContain("MADE", step.Statement.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_batch_is_sent_with_its_mark()
    {
        using var folder = FilmFolder.Everything();
        var step = new LoadPlan(folder.Load(), GraphSlot.B).Steps[0];
        Assert.Equal(
            """p:{run:"r",slot:"GraphB",of:"f",at:7,count:1,rows:[["anna",0,"Anna Alpha","alpha anna",null,"| anna alpha|"," alpha anna",null,null]]}""",
            WrittenParameters.Of(new BatchParameters("r", GraphSlot.B, "f", new Batch(7, step, 0, 1)).Write));
        Assert.Equal(
            "MATCH (o:GraphImport {id: 'run'}) SET o.at = timestamp() WITH o WHERE o.run = $p.run "
            + "MATCH (c:GraphImport {id: $p.slot}) WHERE c.of = $p.of AND c.done = $p.at CALL () { UNWIND $p.rows AS x "
            + "CREATE (n:GraphB:Person {id: x[0], _rank: x[1], name: x[2], sortName: x[3], aliases: x[4], _names: x[5], _sortName: x[6], sources: x[7], locators: x[8]}) RETURN count(*) AS written } "
            + "SET c.done = $p.at + 1, c.of = CASE WHEN written = $p.count THEN $p.of ELSE '' END RETURN written",
            step.Statement.Text);
    }

    [Fact]
    public void Relationships_are_grouped_by_their_starts_within_a_batch()
    {
        using var folder = FilmFolder.Everything();
        var step = new LoadPlan(folder.Load(), GraphSlot.A).Steps.First(s => s.Write.Contains("ACTED_IN", StringComparison.Ordinal));
        Assert.Equal(2, step.Count);
        Assert.Equal("""[["zoe",[["ko",["Kay O'Hara","Él"],"first half; second half",1,"| kay o hara| el|"," first half second half",["s1","s1"],["line 7","line 8"]]]]]""",
            WrittenParameters.Of(sink => step.WriteRows(1, 1, sink)));
    }

    [Fact]
    public void Parallels_are_counted_in_the_order_of_their_properties_and_the_first_of_them_not()
    {
        using var folder = FilmFolder.Everything().Add(
            "parallels.csv", ":START_ID,:END_ID,:TYPE,note,year:int", "anna,oscar,WON,,9", "anna,oscar,WON,b,", "anna,oscar,WON,a,10", "anna,oscar,WON,,10", "anna,anna,INFLUENCED_BY,,", "anna,anna,INFLUENCED_BY,me,");
        var steps = new LoadPlan(folder.Load(), GraphSlot.A).Steps;

        Assert.Equal("""[["anna",[["anna","me"," me",null,null,null],["anna",null,null,1,null,null]]]]""", Rows("INFLUENCED_BY"));
        Assert.Equal(
            """
            [["anna",[["oscar",null,10,"a"," a",null,null,null],["oscar",null,null,"b"," b",1,null,null],["oscar",null,10,null,null,2,null,null],["oscar",null,9,null,null,3,null,null]]],["zoe",[["oscar","ko",2018,"Best of all"," best of all",null,["s1"],[""]]]]]
            """.Trim(),
            Rows("WON"));
        Assert.DoesNotContain(StoredNames.Nth, steps.First(s => s.Write.Contains(":ACTED_IN", StringComparison.Ordinal)).Write, StringComparison.Ordinal);

        string Rows(string type)
        {
            var step = steps.First(s => s.Write.Contains($":{type} ", StringComparison.Ordinal));
            return WrittenParameters.Of(sink => step.WriteRows(0, step.Count, sink));
        }
    }

    [Fact]
    public void What_the_database_cannot_hold_is_told()
    {
        using var folder = new FilmFolder().Add("n.csv", "id:ID,name,a\0b,:LABEL", "a,A,1,GraphB", "b,B,1,GraphImport;No\0pe");
        Assert.Equal(
            [
                "The label GraphB is the store's own: give these nodes another one.",
                "The label GraphImport is the store's own: give these nodes another one.",
                "A label, type or property has a NUL character in its name, which a Neo4j database cannot hold: rename \"GraphImport;No pe\".",
                "A label, type or property has a NUL character in its name, which a Neo4j database cannot hold: rename \"a b:string\".",
            ],
            ReservedNames.Faults(folder.Load()));
    }

    [Fact]
    public void Names_that_are_too_long_for_an_index_are_told_by_id()
    {
        // U+FDFA is folded to four Arabic words.
        var name = new string('ﷺ', 950);
        using var folder = new FilmFolder().Add("n.csv", "id:ID,name,aliases:string[],:LABEL", $"a,{name},{name},Person", "b,B,,Person");
        Assert.Equal(
            [
                "a: the sortName of this node take 31355 bytes when folded, a Neo4j index holds 8000: shorten them.",
                "a: the names of this node take 62710 bytes when folded, a Neo4j index holds 32766: shorten them.",
            ],
            IndexLimits.Faults(folder.Load()).ToList());
    }

    [Theory]
    [InlineData("height", "height")]
    [InlineData("name", "__name")]
    [InlineData("id", "__id")]
    [InlineData("_names", "___names")]
    [InlineData("__names", "____names")]
    public void Unknown_properties_never_take_the_name_of_one_that_the_store_means(string name, string stored)
    {
        using var folder = FilmFolder.Everything();
        Assert.Equal(stored, ReservedNames.Stored(name, ReservedNames.Of(folder.Load().Model)));
    }
}
