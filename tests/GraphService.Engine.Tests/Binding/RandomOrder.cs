using System.Text;
using GraphService.Engine.Tests.Music;

namespace GraphService.Engine.Tests.Binding;

/// <summary>An order as it is asked for, and a comparison that tells any two rows apart.</summary>
internal sealed record NaiveOrder(Written? Written, Comparison<NaiveRow> Compare);

/// <summary>Orders of the types of music: the default ones, and random ones over all their fields.</summary>
internal sealed class RandomOrder(Random random)
{
    private static readonly Comparison<NaiveRow> ById = By(r => r.Node!.Id);

    private static readonly Comparison<NaiveRow> PartTies = Then(By(r => r.Link!.To.Id), By(r => r.Link!.From.Id), By(r => r.Link!.Type));

    public static readonly NaiveOrder Artists = new(null, Then(By(r => r.Node!["sortName"]), ById));

    public static readonly NaiveOrder Recordings = new(null, Then(By(r => r.Node!["year"]), By(r => r.Node!["title"]), ById));

    public static readonly NaiveOrder Singers = new(null, Then(By(r => r.Link!["billing"]), By(r => r.Node!["sortName"]), ById));

    public static readonly NaiveOrder Parts = new(null, Then(
        By(r => r.Link!.To["year"]), By(r => r.Link!.To["title"]), By(r => r.Link!["craft"]), By(r => r.Link!.From["sortName"]), PartTies));

    public static readonly NaiveOrder Labels = new(null, Then(By(r => r.Node!["name"]), ById));

    private static readonly (string, Func<NaiveRow, object?>)[] ArtistFields = Nodes("id", "name", "sortName", "born", "height", "mood", "volume");

    private static readonly (string, Func<NaiveRow, object?>)[] RecordingFields = Nodes("id", "kind", "title", "year");

    private static readonly (string, Func<NaiveRow, object?>)[] PartFields = [.. new[] { "craft", "kind", "note", "billing" }.Select(f => (f, (Func<NaiveRow, object?>)(r => r.Link![f])))];

    public NaiveOrder Artist(NaiveOrder byDefault) => Of(ArtistFields, ById, byDefault);

    public NaiveOrder Recording() => Of(RecordingFields, ById, Recordings);

    public NaiveOrder Album() => Of([.. RecordingFields, .. Nodes("tracks")], ById, Recordings);

    /// <summary>Of a part's fields, and of those of its ends.</summary>
    public NaiveOrder Part()
    {
        var entries = Entries(() => random.Next(3) switch
        {
            0 => Term(PartFields),
            1 => Nested("artist", ArtistFields, r => new NaiveRow(r.Link!.From, r.Link)),
            _ => Nested("recording", RecordingFields, r => new NaiveRow(r.Link!.To, r.Link)),
        });
        return Complete(entries, PartTies, Parts);
    }

    private (string, Written, Comparison<NaiveRow>) Nested(string end, (string, Func<NaiveRow, object?>)[] fields, Func<NaiveRow, NaiveRow> other)
    {
        var entry = Entry(() => Term(fields));
        return (end, entry.Written!, (x, y) => entry.Compare(other(x), other(y)));
    }

    private NaiveOrder Of((string, Func<NaiveRow, object?>)[] fields, Comparison<NaiveRow> ties, NaiveOrder byDefault) => Complete(Entries(() => Term(fields)), ties, byDefault);

    /// <summary>Without a term the order is the default.</summary>
    private static NaiveOrder Complete(List<NaiveOrder> entries, Comparison<NaiveRow> ties, NaiveOrder byDefault) => new(
        Written.List(entries.Select(e => e.Written!)),
        entries.TrueForAll(e => e.Written!.Text == "{}") ? byDefault.Compare : Then([.. entries.Select(e => e.Compare), ties]));

    private List<NaiveOrder> Entries(Func<(string, Written, Comparison<NaiveRow>)> term) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => Entry(term))];

    /// <summary>Several fields of one entry count as written.</summary>
    private NaiveOrder Entry(Func<(string Name, Written Written, Comparison<NaiveRow> Compare)> term)
    {
        var terms = Enumerable.Range(0, random.Next(1, 4)).Select(_ => term()).DistinctBy(t => t.Name).ToList();
        return new NaiveOrder(Written.Object(terms.Select(t => (t.Name, t.Written))), Then([.. terms.Select(t => t.Compare)]));
    }

    private (string, Written, Comparison<NaiveRow>) Term((string Name, Func<NaiveRow, object?> Value)[] fields)
    {
        var (name, value) = RandomMusic.Pick(random, fields);
        var ascending = By(value);
        return random.Next(2) == 0 ? (name, Written.Enum("ASC"), ascending) : (name, Written.Enum("DESC"), (x, y) => ascending(y, x));
    }

    private static (string, Func<NaiveRow, object?>)[] Nodes(params string[] fields) => [.. fields.Select(f => (f, (Func<NaiveRow, object?>)(r => r.Node![f])))];

    /// <summary>Numbers by size, texts and enums by code point, missing values last.</summary>
    private static Comparison<NaiveRow> By(Func<NaiveRow, object?> value) => (x, y) => (value(x), value(y)) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (int a, int b) => a.CompareTo(b),
        (string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)),
        _ => throw new InvalidOperationException("Values of two types."),
    };

    private static Comparison<NaiveRow> Then(params Comparison<NaiveRow>[] comparisons) => (x, y) =>
        comparisons.Select(compare => compare(x, y)).FirstOrDefault(order => order != 0);
}
