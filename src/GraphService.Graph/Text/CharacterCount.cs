using System.Text;

namespace GraphService.Graph.Text;

/// <summary>Counts the characters (code points) of UTF-8 texts.</summary>
public static class CharacterCount
{
    /// <summary>Characters in a valid UTF-8 text.</summary>
    public static int Of(ReadOnlySpan<byte> text)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            var ascii = text.IndexOfAnyInRange((byte)0x80, byte.MaxValue);
            if (ascii < 0)
            {
                return count + text.Length;
            }

            Rune.DecodeFromUtf8(text[ascii..], out _, out var length);
            count += ascii + 1;
            text = text[(ascii + length)..];
        }

        return count;
    }
}
