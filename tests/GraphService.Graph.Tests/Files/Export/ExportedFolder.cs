using GraphService.Graph.Files;
using GraphService.Graph.Files.Csv;
using GraphService.Graph.Files.Export;
using GraphService.Graph.Store;
using GraphService.Graph.Tests.Model;

namespace GraphService.Graph.Tests.Files.Export;

/// <summary>A graph written to a folder, which is loaded again.</summary>
internal sealed class ExportedFolder : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("export-").FullName;

    public ExportedFolder(GraphSelection selection) =>
        Result = ExportTarget.WriteFolder(Path, replaces: false, folder => CsvGraphWriter.Write(selection, folder, null, null, CancellationToken.None));

    public ExportedFolder(GraphSnapshot graph)
        : this(GraphSelection.Whole(graph))
    {
    }

    public string Path => System.IO.Path.Combine(_parent, "graph");

    public ExportResult Result { get; }

    /// <summary>The files by name.</summary>
    public SortedDictionary<string, string> Files =>
        new(Directory.GetFiles(Path).ToDictionary(file => System.IO.Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);

    /// <summary>All files in one text.</summary>
    public string Text => string.Concat(Files.Select(file => $"--- {file.Key}\n{file.Value}"));

    public GraphSnapshot Load() => GraphLoader.Load(Path, TestModels.Films);

    public void Dispose() => Directory.Delete(_parent, recursive: true);
}
