using GraphService.Films.Tests.TestSupport;
using GraphService.TestSupport;

namespace GraphService.Films.Tests.Queries;

/// <summary>What each of these queries reads, where from and in which order: the approved plan.</summary>
public class PlanTests
{
    [Theory]
    [InlineData("cast-of-a-film")]
    [InlineData("characters")]
    [InlineData("conditions")]
    [InlineData("evidence")]
    [InlineData("fragments-on-interfaces")]
    [InlineData("honours-by-festival")]
    [InlineData("nested-pages")]
    [InlineData("path-between-people")]
    [InlineData("shared-works")]
    public void The_plan_is_as_approved(string name) =>
        Golden.Match($"Plans/{name}.txt", FilmService.Seed.Explain(File.ReadAllText(Path.Combine(Folders.Project, "Queries", name + ".graphql"))));
}
