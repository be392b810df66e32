using System.Text.RegularExpressions;

namespace GraphService.Cli;

/// <summary>Settings given as flags, in ASP.NET Core's way: --Limits:RequestTimeout=00:00:05. They may stand anywhere, with every verb.</summary>
internal static partial class SettingFlags
{
    public static (IReadOnlyList<string> Settings, IReadOnlyList<string> Arguments) Split(string[] args)
    {
        var kinds = args.ToLookup(Setting().IsMatch);
        return ([.. kinds[true]], [.. kinds[false]]);
    }

    [GeneratedRegex("^--[A-Za-z]+(:[A-Za-z0-9.]+)+=")]
    private static partial Regex Setting();
}
