using System.Globalization;
using System.Text.RegularExpressions;

namespace GraphService.Options;

/// <summary>Where the server listens (setting <c>Urls</c>) and by which names it may be called (<c>AllowedHosts</c>).</summary>
internal sealed partial record ListenOptions(IReadOnlyList<string> Urls, IReadOnlyList<string> AllowedHosts)
{
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    public static ListenOptions Read(IConfiguration configuration)
    {
        var urls = Split(configuration["urls"]);
        var allowed = Split(configuration["AllowedHosts"]);
        // A page of another site whose name was made to resolve to this machine must not read a server meant for this machine alone.
        var isLocal = configuration["http_ports"] is null && !configuration.GetSection("Kestrel:Endpoints").Exists() && urls.All(IsLoopback);
        return new ListenOptions(urls, allowed.Length > 0 ? allowed : isLocal ? LoopbackNames : ["*"]);
    }

    public bool AllowsEveryHost => AllowedHosts.Contains("*");

    public IEnumerable<string> Faults() => Urls.Select(FaultOf).OfType<string>();

    private static string? FaultOf(string url)
    {
        var match = Url().Match(url);
        if (match.Success)
        {
            return match.Groups["port"] is { Success: true } port && !ushort.TryParse(port.ValueSpan, CultureInfo.InvariantCulture, out _)
                ? $"Cannot listen on {url}: a port is at most {ushort.MaxValue}."
                : null;
        }

        return url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            ? $"Cannot listen on {url}: https is the task of a proxy in front. Use an address such as http://localhost:5001."
            : $"Cannot listen on {url}: an address looks like http://localhost:5001.";
    }

    private static bool IsLoopback(string url) => Url().Match(url) is { Success: true } match && LoopbackNames.Contains(match.Groups["host"].Value);

    private static string[] Split(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Stricter than the server, which takes http://localhost:80a for port 80 on every interface.
    [GeneratedRegex(@"^http://((?<host>\[[0-9a-fA-F:.]+\]|[^/:\[\]]+)(:(?<port>[0-9]+))?/?|unix:/.+)$")]
    private static partial Regex Url();
}
