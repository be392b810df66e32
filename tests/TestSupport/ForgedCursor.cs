using System.Buffers.Binary;
using System.Buffers.Text;

namespace GraphService.TestSupport;

/// <summary>A cursor with other keys, as someone would make it who has read how cursors are written.</summary>
public static class ForgedCursor
{
    private const int KeysStart = 9;

    /// <summary>The seal of a cursor with other keys, and a checksum that fits.</summary>
    public static string WithKeys(string cursor, ReadOnlySpan<byte> keys)
    {
        var bytes = Base64Url.DecodeFromChars(cursor);
        var seal = BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(1)) ^ Checksum(bytes.AsSpan(KeysStart));
        var forged = new byte[KeysStart + keys.Length];
        forged[0] = bytes[0];
        BinaryPrimitives.WriteUInt64BigEndian(forged.AsSpan(1), seal ^ Checksum(keys));
        keys.CopyTo(forged.AsSpan(KeysStart));
        return Base64Url.EncodeToString(forged);
    }

    // FNV-1a of 64 bits.
    private static ulong Checksum(ReadOnlySpan<byte> keys)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in keys)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        return hash;
    }
}
