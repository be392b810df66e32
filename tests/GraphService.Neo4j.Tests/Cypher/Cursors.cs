using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>Cursors as the service writes them, for rows that no store has.</summary>
internal static class Cursors
{
    /// <param name="coordinate">The field; it has no argument besides those of paging.</param>
    /// <param name="keys">Integers, texts, and null for what is missing.</param>
    public static string Of(string coordinate, params object?[] keys) =>
        Of(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(coordinate))), keys);

    public static string Of(ulong seal, object?[] keys)
    {
        var cursor = new Cursor.Builder();
        cursor.Begin(seal);
        foreach (var key in keys)
        {
            switch (key)
            {
                case null:
                    cursor.AddMissing();
                    break;
                case string text:
                    cursor.Add(text);
                    break;
                default:
                    cursor.Add((int)key);
                    break;
            }
        }

        return cursor.ToString();
    }
}
