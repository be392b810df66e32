using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Graph.Store;
using GraphService.Graph.Store.Building;

namespace GraphService.Graph.Tests.Store.Building;

public sealed class TextSortTests
{
    [Fact]
    public void Sorts_as_comparing_the_bytes_does() => Prop.ForAll(Texts(), texts => Sorts(texts)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(40)]
    [InlineData(2000)]
    public void Long_common_beginnings_and_equal_texts(int prefix)
    {
        var start = new string('é', prefix);
        Assert.True(Sorts([.. Enumerable.Range(0, 200).Select(i => start + (i % 50))]));
        Assert.True(Sorts([.. Enumerable.Repeat(start, 100)]));
        Assert.True(Sorts([.. Enumerable.Range(0, 100).Select(i => new string('\0', i % 20))]));
    }

    // Few letters and shared beginnings, so that texts differ at every depth.
    private static Arbitrary<string[]> Texts() => (
        from texts in Gen.ListOf(
            from letters in Gen.ListOf(Gen.Elements("a", "b", "\0", "é", "\uFFFD", "😀", "aaaaaaaa"))
            select string.Concat(letters.Take(12)))
        select texts.Concat(texts).ToArray()).ToArbitrary();

    private static bool Sorts(string[] texts)
    {
        using var heap = new TextHeap();
        using var refs = new NativeList<TextRef>();
        foreach (var text in texts)
        {
            refs.Add(heap.Add(Encoding.UTF8.GetBytes(text)));
        }

        var sorted = Enumerable.Range(0, texts.Length).Reverse().ToArray();
        new TextSort(heap, refs).Sort(sorted);
        var expected = Enumerable.Range(0, texts.Length)
            .OrderBy(i => Encoding.UTF8.GetBytes(texts[i]), Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ThenBy(i => i);
        return sorted.SequenceEqual(expected);
    }
}
