using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GraphService.Graph.Algorithms.Facts;

namespace GraphService.Graph.Tests.Algorithms.Facts;

public sealed class ClaimGroupingTests
{
    // Their order differs by code point and by UTF-16 unit.
    private static readonly string[] Texts = ["", "a", "A", "ab", "2016", "2017", "é", "\uE000", "😀"];

    [Fact]
    public void Claims_are_grouped_as_by_a_plain_grouping() =>
        Prop.ForAll(Arb.From(Claims, Smaller), claims => Assert.Equal(Expected(claims), Grouped(claims)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(2025, 607));

    [Fact]
    public void One_value_is_no_dispute() => Assert.Empty(Grouped([new(1, "c1", "year", "2016", []), new(1, "c2", "year", "2016", []), new(2, "c3", "year", "2017", []), new(1, "c4", "title", "2017", [])]));

    private static Gen<Claim[]> Claims => Gen.Sized(size =>
        (from subject in Gen.Choose(0, 2)
         from id in Gen.Elements(Texts)
         from number in Gen.Choose(0, 9)
         from property in Gen.Elements("year", "title", "\uE000", "😀")
         from value in Gen.Elements(Texts)
         from evidence in (from source in Gen.Choose(3, 4) from locator in Gen.Elements(null, "line 1", "line 2") select new ClaimEvidence(source, locator)).ListOf()
         select new Claim(subject, id + number, property, value, [.. evidence.Take(3)])).ArrayOf(size)
        .Select(claims => claims.DistinctBy(c => (c.Subject, c.Id)).ToArray()));

    private static IEnumerable<Claim[]> Smaller(Claim[] claims) => claims.Select((_, i) => claims.Where((_, j) => j != i).ToArray());

    private static IEnumerable<string> Grouped(Claim[] claims)
    {
        var grouping = new ClaimGrouping();
        foreach (var claim in claims)
        {
            grouping.Add(claim.Subject, Utf8(claim.Id), Utf8(claim.Property), Utf8(claim.Value), claim.Evidence);
        }

        return grouping.Disputes().Select(d => Line(d.Subject, Text(d.Property), d.Values.Select(v => (Text(v.Value), v.Evidence.AsEnumerable()))));
    }

    private static IEnumerable<string> Expected(Claim[] claims) =>
        from claim in claims
        orderby claim.Subject, Convert.ToHexString(Utf8(claim.Property))
        group claim by (claim.Subject, claim.Property) into property
        where property.Select(c => c.Value).Distinct().Count() > 1
        select Line(property.Key.Subject, property.Key.Property, property.GroupBy(c => c.Value)
            .OrderBy(v => Convert.ToHexString(Utf8(v.Key)), StringComparer.Ordinal)
            .Select(v => (v.Key, v.OrderBy(c => Convert.ToHexString(Utf8(c.Id)), StringComparer.Ordinal).SelectMany(c => c.Evidence).Distinct())));

    private static string Line(int subject, string property, IEnumerable<(string Value, IEnumerable<ClaimEvidence> Evidence)> values) =>
        $"{subject} {property}: {string.Join("; ", values.Select(v => $"{v.Value} [{string.Join(' ', v.Evidence.Select(e => $"{e.Source}/{e.Locator}"))}]"))}";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8);

    private sealed record Claim(int Subject, string Id, string Property, string Value, ClaimEvidence[] Evidence);
}
