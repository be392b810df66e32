using System.Reflection;

namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Where this test project lies.</summary>
internal static class TestFolder
{
    public static string Path { get; } = typeof(TestFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ProjectDirectory").Value!;
}
