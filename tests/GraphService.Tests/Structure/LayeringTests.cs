using System.Reflection;
using System.Text.RegularExpressions;

namespace GraphService.Tests.Structure;

/// <summary>References run one way: host to Films, Films to Engine, Engine to GraphQL and Graph, which never see each other.</summary>
public sealed partial class LayeringTests
{
    /// <summary>By project: the namespaces of ours that it may use besides its own.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["GraphService.GraphQL"] = [],
        ["GraphService.Graph"] = [],
        ["GraphService.Engine"] = ["GraphService.GraphQL", "GraphService.Graph"],
        ["GraphService.Films"] = ["GraphService.Engine", "GraphService.GraphQL", "GraphService.Graph"],
        ["GraphService.Neo4j"] = ["GraphService.Graph"],
        ["GraphService"] = ["GraphService.Films", "GraphService.Neo4j", "GraphService.Engine", "GraphService.GraphQL", "GraphService.Graph"],
    };

    /// <summary>Inside GraphQL, a folder uses those before it alone: the specification's own order.</summary>
    private static readonly Dictionary<string, string[]> GraphQLFolders = new(StringComparer.Ordinal)
    {
        ["Language"] = [],
        ["TypeSystem"] = ["Language", "Execution"], // defaults are coerced as arguments are
        ["Validation"] = ["Language", "TypeSystem"],
        ["Execution"] = ["Language", "TypeSystem"],
        ["Introspection"] = ["Language", "TypeSystem", "Execution"],
        ["Transport"] = ["Language", "Execution"],
    };

    [Fact]
    public void Projects_use_only_what_stands_below_them() =>
        Assert.Empty(Directory.GetDirectories(Source).SelectMany(project => ForbiddenUsings(Path.GetFileName(project))));

    [Fact]
    public void The_rule_would_notice_a_forbidden_using() =>
        Assert.False(IsAllowed("GraphService.Graph", "GraphService.GraphQL.Execution"));

    [Fact]
    public void Folders_of_the_GraphQL_library_follow_the_specification()
    {
        var forbidden = GraphQLFolders.SelectMany(folder => Usings(Path.Combine(Source, "GraphService.GraphQL", folder.Key))
            .Where(u => u.Namespace.StartsWith("GraphService.GraphQL.", StringComparison.Ordinal))
            .Select(u => (u.File, Folder: u.Namespace.Split('.')[2]))
            .Where(u => u.Folder != folder.Key && !folder.Value.Contains(u.Folder))
            .Select(u => $"{u.File} uses {u.Folder}"));
        Assert.Empty(forbidden);
    }

    [Fact]
    public void The_Bolt_client_could_be_published_on_its_own() =>
        Assert.DoesNotContain(
            Usings(Path.Combine(Source, "GraphService.Neo4j", "Bolt")),
            u => u.Namespace != "GraphService.Neo4j" && !u.Namespace.StartsWith("GraphService.Neo4j.Bolt", StringComparison.Ordinal));

    [Fact]
    public void The_graph_and_its_stores_know_no_word_of_films()
    {
        var words = new[] { "GraphService.Graph", "GraphService.Neo4j" }.SelectMany(project => SourceFiles(Path.Combine(Source, project)))
            .Where(file => FilmWords().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);
        Assert.Empty(words);
    }

    [Fact]
    public void Files_hold_one_concept()
    {
        const int most = 400;
        var long_ = SourceFiles(Source).Where(file => File.ReadLines(file).Count() > most).Select(file => $"{Path.GetFileName(file)} has more than {most} lines");
        Assert.Empty(long_);
    }

    private static IEnumerable<string> ForbiddenUsings(string project) => Usings(Path.Combine(Source, project))
        .Where(u => !IsAllowed(project, u.Namespace))
        .Select(u => $"{u.File} uses {u.Namespace}");

    private static bool IsAllowed(string project, string used)
    {
        var owner = Allowed.Keys.Where(p => used == p || used.StartsWith(p + ".", StringComparison.Ordinal)).MaxBy(p => p.Length)!;
        return owner == project || Allowed[project].Contains(owner);
    }

    private static IEnumerable<(string File, string Namespace)> Usings(string folder) =>
        from file in SourceFiles(folder)
        from Match match in OwnUsing().Matches(File.ReadAllText(file))
        select (Path.GetFileName(file), match.Groups["namespace"].Value);

    private static IEnumerable<string> SourceFiles(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Source { get; } = Path.GetFullPath(Path.Combine(
        typeof(LayeringTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectDirectory").Value!, "..", "..", "src"));

    [GeneratedRegex(@"^\s*(global )?using (static )?(?<namespace>GraphService(\.\w+)*);", RegexOptions.Multiline)]
    private static partial Regex OwnUsing();

    [GeneratedRegex("\"(Person|Work|Film|Series|Credit|ACTED_IN|DIRECTED|RELEASED_ON)\"")]
    private static partial Regex FilmWords();
}
