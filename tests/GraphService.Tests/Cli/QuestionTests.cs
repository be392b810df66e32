using System.Text.Json;
using GraphService.TestSupport;

namespace GraphService.Tests.Cli;

/// <summary>What stats, path, paths, team and search print on the seed: tables, JSON, errors and exit codes.</summary>
public sealed class QuestionTests
{
    public static TheoryData<string, string> Lines => new()
    {
        { "stats", "stats" },
        { "stats-json", "stats --json" },
        { "stats-partly", "stats --Limits:MaxCost=1" },
        { "stats-partly-json", "stats --json --Limits:MaxCost=1" },
        { "path", "path 'Clotilde Hesme' 'Martin Bourboulon'" },
        { "path-by-id", "path clotilde-hesme martin-bourboulon --max-degrees 2" },
        { "path-json", "path 'clotilde hesme' 'MARTIN BOURBOULON' --json" },
        { "path-bounded", "path 'Fabrice Gobert' 'Laurent Lafitte' --roles actor,Director --from-year 2010 --to-year 2020 --avoid 'Clotilde Hesme'" },
        { "path-none", "path 'Clotilde Hesme' 'Martin Bourboulon' --max-degrees 1" },
        { "path-none-json", "path 'Clotilde Hesme' 'Martin Bourboulon' --max-degrees 1 --json" },
        { "path-to-itself", "path 'Clotilde Hesme' clotilde-hesme" },
        { "path-ambiguous", "path ko 'Clotilde Hesme'" },
        { "path-ambiguous-json", "path ko 'Clotilde Hesme' --json" },
        { "path-not-found", "path 'Clotilde Hesm' 'Clotilde Hesme'" },
        { "path-not-found-json", "path 'Clotilde Hesne' 'Clotilde Hesme' --json" },
        { "path-nobody", "path '...' 'Clotilde Hesme'" },
        { "path-nobody-json", "path 'Clotilde Hesme' '...' --json" },
        { "path-nobody-near-json", "path 'Clotilde Hesme' zzzzzz --json" },
        { "path-cut-name", "path 'ab😀cdzz' 'Clotilde Hesme'" },
        { "path-year-in-words", "path 'Clotilde Hesme' 'Martin Bourboulon' --from-year abc" },
        { "path-degrees-in-words", "path 'Clotilde Hesme' 'Martin Bourboulon' --max-degrees 1.5" },
        { "path-none-bounded", "path 'Clotilde Hesme' 'Martin Bourboulon' --max-degrees 1 --roles ACTOR,DIRECTOR --from-year 2010 --avoid 'Fabrice Gobert' --avoid k-o-2017" },
        { "path-any-none-bounded", "path 'Clotilde Hesme' 'Martin Bourboulon' --over WON --max-length 1" },
        { "path-any-to-itself", "path k-o-2017 k-o-2017" },
        { "path-out-of-range", "path 'Clotilde Hesme' 'Martin Bourboulon' --max-degrees 13" },
        { "path-out-of-range-json", "path 'Clotilde Hesme' 'Martin Bourboulon' --max-degrees 13 --json" },
        { "path-unknown-role", "path 'Clotilde Hesme' 'Martin Bourboulon' --roles ACTRESS" },
        { "path-unknown-role-json", "path 'Clotilde Hesme' 'Martin Bourboulon' --roles ACTRESS --json" },
        { "path-avoids-an-end", "path 'Clotilde Hesme' 'Martin Bourboulon' --avoid 'Clotilde Hesme'" },
        { "path-any", "path k-o-2017 k-o-2025" },
        { "path-any-json", "path k-o-2017 fabrice-gobert --json" },
        { "path-any-between-people", "path 'Clotilde Hesme' 'Martin Bourboulon' --over acted-in,DIRECTED" },
        { "path-any-none", "path 'Clotilde Hesme' 'Martin Bourboulon' --max-length 1" },
        { "path-roles-of-a-film", "path k-o-2017 k-o-2025 --roles ACTOR" },
        { "path-both-kinds", "path 'Clotilde Hesme' 'Martin Bourboulon' --roles ACTOR --over DIRECTED" },
        { "path-one-end", "path 'Clotilde Hesme'" },
        { "path-graph-and-store", "path a b --store neo4j --graph films" },
        { "path-no-folder", "path a b --graph /no/such/folder" },
        { "path-no-folder-json", "path a b --graph /no/such/folder --json" },
        { "paths", "paths 'Fabrice Gobert' 'Chiara Mastroianni'" },
        { "paths-first", "paths 'Fabrice Gobert' 'Emmanuelle Prévost' --first 1" },
        { "paths-first-json", "paths 'Fabrice Gobert' 'Emmanuelle Prévost' --first 1 --json" },
        { "paths-any", "paths 'Clotilde Hesme' 'Fabrice Gobert' --max-length 2" },
        { "paths-to-itself", "paths 'Clotilde Hesme' clotilde-hesme" },
        { "paths-none", "paths 'Clotilde Hesme' 'Martin Bourboulon' --max-degrees 1" },
        { "paths-none-json", "paths 'Clotilde Hesme' 'Martin Bourboulon' --max-degrees 1 --json" },
        { "paths-too-many", "paths 'Clotilde Hesme' 'Martin Bourboulon' --first 1000" },
        { "team", "team --including 'Fabrice Gobert'" },
        { "team-json", "team --min-people 3 --json" },
        { "team-first", "team --first 1" },
        { "team-none", "team --min-works 50" },
        { "team-of-one", "team --min-people 1" },
        { "team-stray", "team 'Fabrice Gobert'" },
        { "team-unknown-option", "team --people 3" },
        { "team-works-in-words", "team --min-works few" },
        { "team-including-a-film", "team --including k-o-2017" },
        { "search", "search ko" },
        { "search-json", "search honore --kinds person --json" },
        { "search-kinds", "search a --kinds GENRE,PLACE --first 2" },
        { "search-none", "search zzz" },
        { "search-none-json", "search zzz --json" },
        { "search-nothing", "search ..." },
        { "search-unknown-kind", "search ko --kinds FLIM" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_line_prints_what_was_approved(string name, string line) => Golden.Match($"Cli/{name}.txt", (await Typed.RunAsync(line)).Transcript(line));

    [Theory]
    [InlineData("stats --json", "statistics", "{ statistics { nodes relationships people works credits } }")]
    [InlineData("search ko --json", "search",
        "{ search(text: \"ko\") { totalCount pageInfo { hasNextPage endCursor } edges { score matched node { __typename id ... on Person { name } ... on Work { title year } ... on Named { name } } } } }")]
    public async Task The_json_is_the_data_of_the_field(string line, string field, string query)
    {
        var printed = await Typed.RunAsync(line);
        var asked = await Typed.RunAsync(["query", query]);
        Assert.Equal(JsonDocument.Parse(asked.Output).RootElement.GetProperty("data").GetProperty(field).GetRawText() + "\n", printed.Output);
    }
}
