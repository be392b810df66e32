namespace GraphService.GraphQL;

/// <summary>Finds the name that a misspelled one was meant to be.</summary>
public static class Suggestions
{
    private const int MaxSuggestions = 5;

    // Distances cost the product of two lengths for each option: a hostile request must not make that large.
    private const int MaxNameLength = 100;
    private const int MaxOptions = 500;

    /// <summary>
    /// A sentence to append to an error, with a space before it: <c> Did you mean "a", "b", or "c"?</c>;
    /// or nothing when no option is near <paramref name="input"/>.
    /// </summary>
    public static string DidYouMean(string input, IEnumerable<string> options) => DidYouMean(input, options, "");

    /// <param name="input">What was written.</param>
    /// <param name="options">What there is.</param>
    /// <param name="kind">What the options are, such as <c>the enum value </c>, with a space after it.</param>
    internal static string DidYouMean(string input, IEnumerable<string> options, string kind) =>
        Sentence(Nearest(input, options).ConvertAll(name => $"\"{name}\""), kind);

    /// <summary>The sentence for names already chosen and quoted; <paramref name="lead"/> comes before them: <c>the enum value </c>.</summary>
    internal static string Sentence(List<string> names, string lead = "") => names switch
    {
        [] => "",
        [var only] => $" Did you mean {lead}{only}?",
        [var first, var second] => $" Did you mean {lead}{first} or {second}?",
        [.. var most, var last] => $" Did you mean {lead}{string.Join(", ", most)}, or {last}?",
    };

    /// <summary>The nearest options, best first, equally near ones in the order of their names.</summary>
    internal static List<string> Nearest(string input, IEnumerable<string> options)
    {
        var candidates = options.Distinct(StringComparer.Ordinal).Take(MaxOptions + 1).ToList();
        if (input.Length > MaxNameLength || candidates.Count > MaxOptions)
        {
            return [];
        }

        // Written right, but where another kind of value is wanted: "ACTOR" for ACTOR.
        if (candidates.Contains(input, StringComparer.Ordinal))
        {
            return [input];
        }

        var threshold = (input.Length * 4 / 10) + 1;
        return [.. candidates
            .Where(option => option.Length <= MaxNameLength && Math.Abs(option.Length - input.Length) <= threshold)
            .Select(option => (Option: option, Distance: Distance(input, option)))
            .Where(near => near.Distance <= threshold)
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Option, StringComparer.Ordinal)
            .Take(MaxSuggestions)
            .Select(near => near.Option)];
    }

    // Insertions, deletions, replacements and swaps of neighbors cost 1 each; a difference in case alone costs 1 in all.
    private static int Distance(string input, string option)
    {
        if (input == option)
        {
            return 0;
        }

        var a = input.ToLowerInvariant();
        var b = option.ToLowerInvariant();
        if (a == b)
        {
            return 1;
        }

        // Three rows of the table are alive at a time: swaps look two rows back.
        Span<int> beforePrevious = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var best = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, beforePrevious[j - 2] + 1);
                }

                current[j] = best;
            }

            var oldest = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = oldest;
        }

        return previous[b.Length];
    }
}
