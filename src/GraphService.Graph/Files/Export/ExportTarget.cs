namespace GraphService.Graph.Files.Export;

/// <summary>
/// Where an export goes. It is written beside its place and moved there when it is whole, so that one that is stopped leaves what was there before.
/// </summary>
public static class ExportTarget
{
    private const string Graph = ".csv";

    /// <summary>Refuses a place that an export could not take, before anything else is done.</summary>
    /// <param name="path">The place.</param>
    /// <param name="isFolder">True when a folder is to stand there.</param>
    /// <param name="replaces">True when what is there may be replaced.</param>
    /// <exception cref="ExportException">Something stands there that must stay, or the folder around it is missing.</exception>
    public static void Check(string path, bool isFolder, bool replaces)
    {
        if (isFolder)
        {
            CheckFolder(path, RealPath(path), replaces);
        }
        else
        {
            CheckFile(path, RealPath(path), replaces);
        }
    }

    /// <summary>Writes a folder of graph files.</summary>
    /// <param name="path">The folder; it is made when it is not there.</param>
    /// <param name="replaces">True to replace the graph files of a folder that is not empty.</param>
    /// <param name="write">Writes into the folder that it is given.</param>
    /// <exception cref="ExportException">Something stands there that must stay.</exception>
    public static T WriteFolder<T>(string path, bool replaces, Func<string, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var folder = RealPath(path);
        CheckFolder(path, folder, replaces);
        var beside = Beside(folder);
        try
        {
            Directory.CreateDirectory(beside);
            var result = write(beside);
            CheckFolder(path, folder, replaces);
            Replace(beside, folder);
            return result;
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="replaces">True to replace one that is there.</param>
    /// <param name="write">Writes to the stream that it is given.</param>
    /// <exception cref="ExportException">Something stands there that must stay.</exception>
    public static T WriteFile<T>(string path, bool replaces, Func<Stream, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var file = RealPath(path);
        CheckFile(path, file, replaces);
        var beside = Beside(file);
        try
        {
            T result;
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 18))
            {
                result = write(stream);
            }

            File.Move(beside, file, overwrite: replaces);
            return result;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    // A folder that is not there is more often a misspelled name than one to make.
    private static void CheckParent(string path, string place)
    {
        if (Path.GetDirectoryName(place) is { } parent && !Directory.Exists(parent))
        {
            throw new ExportException($"{path} cannot be written: there is no folder {parent}. Make it first, or name another place.");
        }
    }

    private static void CheckFile(string path, string file, bool replaces)
    {
        CheckParent(path, file);
        if (Directory.Exists(file))
        {
            throw new ExportException($"{path} is a folder: name a file.");
        }

        if (File.Exists(file) && !replaces)
        {
            throw new ExportException($"{path} is there already: name another file, or add --force to replace it.");
        }
    }

    private static void CheckFolder(string path, string folder, bool replaces)
    {
        CheckParent(path, folder);
        if (File.Exists(folder))
        {
            throw new ExportException($"{path} is a file: name a folder.");
        }

        if (!Directory.Exists(folder))
        {
            return;
        }

        if (IsWithin(Environment.CurrentDirectory, folder))
        {
            throw new ExportException($"{path} is the folder you are in, or one around it: name another, which can be put in place as a whole.");
        }

        var foreign = Directory.EnumerateFileSystemEntries(folder).Where(entry => Directory.Exists(entry) || !Path.GetExtension(entry).Equals(Graph, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (foreign is not null)
        {
            throw new ExportException($"{path} holds {Path.GetFileName(foreign)}, which is no graph file: name an empty folder, or a new one.");
        }

        if (!replaces && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new ExportException($"{path} holds a graph already: name another folder, or add --force to replace its files.");
        }
    }

    /// <summary>Puts a folder in the place of another, whose files are removed when the new one stands there.</summary>
    private static void Replace(string beside, string folder)
    {
        if (!Directory.Exists(folder))
        {
            Directory.Move(beside, folder);
            return;
        }

        var old = Beside(folder);
        Directory.Move(folder, old);
        try
        {
            Directory.Move(beside, folder);
        }
        catch
        {
            Directory.Move(old, folder);
            throw;
        }

        Directory.Delete(old, recursive: true);
    }

    // Links are followed: what they point to is replaced, not they.
    private static string RealPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        FileSystemInfo info = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
        return info.LinkTarget is null ? full : info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
    }

    private static bool IsWithin(string inner, string outer) =>
        (inner + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(outer) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Beside(string path) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.partial");
}
