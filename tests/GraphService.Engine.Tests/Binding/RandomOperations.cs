using GraphService.Engine.Tests.Music;
using GraphService.Graph.Text;

namespace GraphService.Engine.Tests.Binding;

/// <summary>Random operations on single values. Null is a missing value.</summary>
internal sealed class RandomOperations(Random random)
{
    public NaiveFilter<object?> Text(int depth) => Some(
        ["eq", "neq", "in", "nin", "contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith", "search", "and", "or"],
        name => name switch
        {
            "and" or "or" => Joined(name, depth, Text),
            "eq" or "neq" or "in" or "nin" => Equality(name, RandomMusic.Texts, Written.Of),
            "search" => Operation(name, Pick(["a", "k o", "ADA", "zo br", "ko", "lodz", "hi say", "key"]), Written.Of, Matches),
            _ => Negatable(name, Pick([.. RandomMusic.Texts, "", "a", "\"", "\\", " "]), Written.Of, (operation, value, operand) => operation switch
            {
                "contains" => value.Contains(operand, StringComparison.Ordinal),
                "startsWith" => value.StartsWith(operand, StringComparison.Ordinal),
                _ => value.EndsWith(operand, StringComparison.Ordinal),
            }),
        });

    public NaiveFilter<object?> Id(IEnumerable<string> ids) => Some(["eq", "neq", "in", "nin"], name => Equality(name, [.. ids, "nobody"], Written.Of));

    public NaiveFilter<object?> Enum(string[] names) => Some(["eq", "neq", "in", "nin"], name => Equality(name, names, n => n is null ? Written.Of(null) : Written.Enum(n)));

    public NaiveFilter<object?> Int() => Comparable(RandomMusic.Numbers.Cast<object>().ToArray(), (a, b) => ((int)a).CompareTo((int)b));

    public NaiveFilter<object?> Date() => Comparable(RandomMusic.Dates, (a, b) => string.CompareOrdinal((string)a, (string)b));

    private NaiveFilter<object?> Comparable(object[] operands, Comparison<object> compare) => Some(
        ["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"],
        name => name is "eq" or "neq" or "in" or "nin"
            ? Equality(name, operands, Written.Of)
            : Negatable(name, Pick(operands), Written.Of, (operation, value, operand) => compare(value, operand) is var order && operation switch
            {
                "gt" => order > 0,
                "gte" => order >= 0,
                "lt" => order < 0,
                _ => order <= 0,
            }));

    /// <summary>Some distinct operations, all of which are to hold.</summary>
    private NaiveFilter<object?> Some(string[] names, Func<string, NaiveFilter<object?>> create)
    {
        var chosen = Enumerable.Range(0, random.Next(8) == 0 ? 0 : random.Next(1, 3)).Select(_ => Pick(names)).Distinct().Select(n => (Name: n, Filter: create(n))).ToList();
        return new NaiveFilter<object?>(Written.Object(chosen.Select(c => (c.Name, c.Filter.Written))), value => chosen.TrueForAll(c => c.Filter.Holds(value)));
    }

    /// <summary>and, or; empty ones put no condition, and null is as absent.</summary>
    private NaiveFilter<object?> Joined(string name, int depth, Func<int, NaiveFilter<object?>> create)
    {
        if (depth <= 0 || random.Next(8) == 0)
        {
            return new NaiveFilter<object?>(Written.Of(null), _ => true);
        }

        var parts = Enumerable.Range(0, random.Next(3)).Select(_ => create(depth - 1)).ToList();
        return new NaiveFilter<object?>(
            Written.List(parts.Select(p => p.Written)),
            value => parts.Count == 0 || (name == "and" ? parts.TrueForAll(p => p.Holds(value)) : parts.Exists(p => p.Holds(value))));
    }

    private NaiveFilter<object?> Equality<T>(string name, IReadOnlyList<T> operands, Func<T?, Written> write)
        where T : class
    {
        if (name is "eq" or "neq")
        {
            var operand = random.Next(4) == 0 ? null : Pick(operands);
            return new NaiveFilter<object?>(write(operand), value => Equals(value, operand) == (name == "eq"));
        }

        var list = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(5) == 0 ? null : Pick(operands)).ToList();
        return new NaiveFilter<object?>(Written.List(list.Select(write)), value => list.Exists(o => Equals(o, value)) == (name == "in"));
    }

    /// <summary>An operation that no missing value meets, or its exact opposite.</summary>
    private static NaiveFilter<object?> Negatable<T>(string name, T operand, Func<object?, Written> write, Func<string, T, T, bool> holds)
        where T : class
    {
        var isNegated = name[0] == 'n';
        var operation = isNegated ? name[1..] : name;
        return new NaiveFilter<object?>(write(operand), value => (value is T present && holds(operation, present, operand)) != isNegated);
    }

    private static NaiveFilter<object?> Operation(string name, string operand, Func<object?, Written> write, Func<string, string, bool> holds) =>
        Negatable(name, operand, write, (_, value, text) => holds(value, text));

    /// <summary>Every word of the argument begins a word of the value, both folded.</summary>
    private static bool Matches(string value, string argument)
    {
        var words = Folding.Fold(value).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Folding.Fold(argument).Split(' ').All(a => words.Any(w => w.StartsWith(a, StringComparison.Ordinal)));
    }

    private T Pick<T>(IReadOnlyList<T> values) => RandomMusic.Pick(random, values);
}
