using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GraphService.Neo4j.Loading;

/// <summary>Tells a graph, and the way in which it is written, from all others: an import goes on only where one of the same fingerprint stopped.</summary>
public static class Fingerprint
{
    /// <summary>Of the graph files of a folder: their names and contents.</summary>
    public static string OfFolder(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.GetFiles(folder)
            .Where(path => string.Equals(Path.GetExtension(path), ".csv", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
        foreach (var path in files)
        {
            Append(hash, Path.GetFileName(path));
            using var file = File.OpenRead(path);
            hash.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of a graph as it is written: another format or other statements make another one.</summary>
    internal static string Of(string source, LoadPlan plan, GraphSlot slot)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, source);
        Append(hash, $"{StoredNames.FormatVersion} {Batch.Version} {Batch.MaxRows} {Batch.MaxBytes}");
        foreach (var step in plan.Steps)
        {
            Append(hash, step.Write.Replace(slot.Served, "", StringComparison.Ordinal).Replace(slot.Rest, "-", StringComparison.Ordinal));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
