using System.Text;
using GraphService.Graph.Files;
using GraphService.Graph.Model;
using GraphService.Graph.Store;
using GraphService.Graph.Store.Building;
using GraphService.Graph.Tests.Model;

namespace GraphService.Graph.Tests.Files;

/// <summary>A folder of graph files for one test.</summary>
internal sealed class GraphFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("graph-").FullName;

    public GraphFolder Add(string name, params string[] lines) => Add(name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    public GraphFolder Add(string name, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);
        return this;
    }

    public GraphSnapshot Load(GraphModel? model = null, GraphDerivation? derivation = null) =>
        GraphLoader.Load(Path, model ?? TestModels.Films, derivation);

    /// <summary>Loads a folder that is refused, and gives its faults as lines.</summary>
    public string[] Faults(GraphDerivation? derivation = null)
    {
        var exception = Assert.Throws<GraphLoadException>(() => Load(derivation: derivation));
        return [.. exception.Faults.Select(f => f.ToString())];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
