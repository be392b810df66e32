using System.Reflection;
using System.Runtime.CompilerServices;

namespace GraphService.TestSupport;

/// <summary>
/// Compares text with an approved file under <c>Golden/</c> of the calling test project. A missing or different file
/// fails the test; <c>UPDATE_GOLDEN=1 dotnet test</c> writes the files instead, to be read in the diff.
/// </summary>
public static class Golden
{
    /// <param name="name">The file's path under <c>Golden/</c>, with forward slashes.</param>
    /// <param name="actual">The text to compare, to the character.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Match(string name, string actual) => Match(name, actual, Assembly.GetCallingAssembly());

    /// <summary>For helpers that live outside the test project whose files they compare.</summary>
    public static void Match(string name, string actual, Assembly testAssembly)
    {
        var file = Path.Combine(ProjectDirectory(testAssembly), "Golden", name);
        MatchFile(file, actual, Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1");
    }

    /// <summary>The text of a file under the test project's folder, such as the input of a golden test.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string ReadInput(string path) => File.ReadAllText(Path.Combine(ProjectDirectory(Assembly.GetCallingAssembly()), path));

    /// <summary>Compares with <paramref name="file"/>, or writes it when <paramref name="update"/> is set.</summary>
    public static void MatchFile(string file, string actual, bool update)
    {
        if (update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        if (!File.Exists(file))
        {
            throw new GoldenException($"There is no golden file {file}. Create it with UPDATE_GOLDEN=1 dotnet test, then read it before you commit it.");
        }

        var expected = File.ReadAllText(file);
        if (expected != actual)
        {
            throw new GoldenException(Difference(file, expected, actual));
        }
    }

    private static string ProjectDirectory(Assembly assembly) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "ProjectDirectory")?.Value
        ?? throw new GoldenException($"{assembly.GetName().Name} has no AssemblyMetadata \"ProjectDirectory\": is it a project under tests/?");

    private static string Difference(string file, string expected, string actual)
    {
        var expectedLines = expected.Split('\n');
        var actualLines = actual.Split('\n');
        var line = 0;
        while (line < expectedLines.Length && line < actualLines.Length && expectedLines[line] == actualLines[line])
        {
            line++;
        }

        return $"""
            {file} differs at line {line + 1}.
              expected: {LineOrEnd(expectedLines, line)}
              actual:   {LineOrEnd(actualLines, line)}
            If the new text is right, approve it with UPDATE_GOLDEN=1 dotnet test.
            """;
    }

    private static string LineOrEnd(string[] lines, int line) => line < lines.Length ? $"«{lines[line]}»" : "(end of text)";
}
