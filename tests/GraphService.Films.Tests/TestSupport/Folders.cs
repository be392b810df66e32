using System.Reflection;

namespace GraphService.Films.Tests.TestSupport;

/// <summary>Where things lie in the repository.</summary>
internal static class Folders
{
    /// <summary>This test project's folder.</summary>
    public static string Project { get; } = typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectDirectory").Value!;

    /// <summary>The graph that travels with the service.</summary>
    public static string Seed { get; } = Path.GetFullPath(Path.Combine(Project, "../../seed"));
}
