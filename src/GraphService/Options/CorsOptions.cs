namespace GraphService.Options;

/// <summary>Which other sites' pages may call the API: section <c>Cors</c> of the settings. None by default.</summary>
internal sealed class CorsOptions
{
    public const string Section = "Cors";

    /// <summary>Origins such as https://films.example, without a path; * allows all.</summary>
    public string[] Origins { get; set; } = [];

    public IEnumerable<string> Faults() => Origins.Where(origin => origin != "*" && !IsOrigin(origin))
        .Select(origin => $"Cors:Origins holds \"{origin}\"; an origin looks like https://films.example, without a path, or is * for all.");

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text;
}
