using System.Text.Encodings.Web;
using System.Text.Json;
using GraphService.Films.Tests.TestSupport;
using GraphService.TestSupport;

namespace GraphService.Films.Tests.Queries;

/// <summary>What a front end asks: each query of this folder, its variables beside it, and the approved response to both.</summary>
public class FilmQueryTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.graphql").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Folders.Project, "Queries");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_response_is_as_approved(string name)
    {
        var variables = Path.Combine(Folder, name + ".json");

        var response = FilmService.Seed.Ask(File.ReadAllText(Path.Combine(Folder, name + ".graphql")), File.Exists(variables) ? File.ReadAllText(variables) : null);

        Golden.Match($"{name}.response.json", JsonSerializer.Serialize(response, Readable) + "\n");
    }
}
