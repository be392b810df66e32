using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EndToEnd.Http;

/// <summary>The README's tour, typed again: every query that it shows is answered as it says.</summary>
public sealed partial class ReadmeTests(Service service) : IClassFixture<Service>
{
    public static TheoryData<string, string> Tour()
    {
        var tour = new TheoryData<string, string>();
        foreach (Match match in QueryAndAnswer().Matches(File.ReadAllText(Path.Combine(ProjectDirectory, "..", "..", "README.md"))))
        {
            tour.Add(match.Groups["query"].Value, match.Groups["answer"].Value);
        }

        return tour;
    }

    [Theory]
    [MemberData(nameof(Tour))]
    public async Task The_tour_is_answered_as_shown(string query, string answer)
    {
        using var shown = JsonDocument.Parse(answer);
        Assert.Equal(JsonSerializer.Serialize(shown.RootElement), JsonSerializer.Serialize(await service.QueryAsync(query)));
    }

    [Fact]
    public void The_tour_has_its_stations() => Assert.True(Tour().Count >= 7);

    private static string ProjectDirectory => typeof(ReadmeTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectDirectory").Value!;

    [GeneratedRegex("```graphql\n(?<query>.*?)```\\s*```json\n(?<answer>.*?)```", RegexOptions.Singleline)]
    private static partial Regex QueryAndAnswer();
}
