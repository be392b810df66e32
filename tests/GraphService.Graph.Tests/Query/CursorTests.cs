using System.Buffers.Text;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Graph.Query;

namespace GraphService.Graph.Tests.Query;

public class CursorTests
{
    private const ulong Seal = 0x0123_4567_89AB_CDEF;

    // As many of the longest as stay below Cursor.MaxLength.
    private const int MostKeys = 10;

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static Gen<CursorKey> Key => Gen.OneOf(
        Gen.Constant(CursorKey.Missing),
        Gen.OneOf(Gen.Choose(int.MinValue, int.MaxValue).Select(n => (long)n), Gen.Elements(0L, long.MinValue, long.MaxValue)).Select(CursorKey.Of),
        Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().Select(bytes => CursorKey.Of(bytes)),
        Gen.Elements(126, 127, 128, 129, 16_383, 16_384, 70_000).Select(length => CursorKey.Of(Encoding.UTF8.GetBytes(new string('n', length)))));

    [Fact]
    public void What_is_written_is_read() => Prop.ForAll(Key.ArrayOf().Resize(MostKeys).ToArbitrary(), keys =>
    {
        var read = Cursor.Parse(Write(Seal, keys), Seal, keys.Length);
        Assert.Equal(keys.Select(Text), read!.Keys.Select(Text));
        Assert.NotNull(Cursor.Parse(Write(Seal, keys), Seal, -1));
        Assert.Null(Cursor.Parse(Write(Seal, keys), Seal, keys.Length + 1));
        Assert.Null(Cursor.Parse(Write(Seal, keys), Seal + 1, keys.Length));
    }).Check(Config);

    [Fact]
    public void Any_text_is_a_cursor_or_none() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => Cursor.Parse(text ?? "", Seal, -1)).Check(Config);

    [Fact]
    public void Any_bytes_behind_a_seal_are_a_cursor_or_none() => Prop.ForAll(Gen.Choose(0, 3).Select(b => (byte)b).ArrayOf().ToArbitrary(), bytes =>
    {
        byte[] sealedBytes = [.. Base64Url.DecodeFromChars(Write(Seal, [])), .. bytes];
        if (Cursor.Parse(Base64Url.EncodeToString(sealedBytes), Seal, -1) is { } cursor)
        {
            Assert.Equal(sealedBytes.Length, Base64Url.DecodeFromChars(Write(Seal, cursor.Keys)).Length);
        }
    }).Check(Config);

    [Fact]
    public void A_name_is_written_as_its_text()
    {
        var builder = new Cursor.Builder();
        builder.Begin(Seal);
        builder.Add("NOMINATED_FOR");
        Assert.Equal(Write(Seal, [CursorKey.Of("NOMINATED_FOR"u8)]), builder.ToString());
    }

    [Fact]
    public void A_length_without_end_is_no_cursor()
    {
        byte[] bytes = [.. Base64Url.DecodeFromChars(Write(Seal, [])), 2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
        Assert.Null(Cursor.Parse(Base64Url.EncodeToString(bytes), Seal, -1));
    }

    [Fact]
    public void A_text_longer_than_a_cursor_can_be_is_not_looked_at()
    {
        var longest = Write(Seal, [CursorKey.Of(new byte[Cursor.MaxLength / 4 * 3 - 13])]);
        Assert.InRange(longest.Length, Cursor.MaxLength - 4, Cursor.MaxLength);
        Assert.NotNull(Cursor.Parse(longest, Seal, 1));
        Assert.Null(Cursor.Parse(longest + "AAAA", Seal, 1));
    }

    private static string Write(ulong seal, IEnumerable<CursorKey> keys)
    {
        var builder = new Cursor.Builder();
        builder.Begin(seal);
        foreach (var key in keys)
        {
            switch (key)
            {
                case { IsMissing: true }: builder.AddMissing(); break;
                case { Text: { } text }: builder.Add(text); break;
                default: builder.Add(key.Number); break;
            }
        }

        return builder.ToString();
    }

    private static string Text(CursorKey key) => key.IsMissing ? "missing" : key.Text is { } text ? Convert.ToHexString(text) : key.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
