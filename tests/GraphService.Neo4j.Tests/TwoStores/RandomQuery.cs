namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>A valid query that chance made up, and that can be made smaller.</summary>
internal sealed record RandomQuery(QueryField[] Fields)
{
    /// <summary>The document, and its variables as JSON.</summary>
    public (string Text, string Variables) Write()
    {
        var variables = new QueryVariables();
        var body = string.Join(' ', Fields.Select(f => f.Write(variables)));
        return ($"{variables.Declared}{{ {body} }}", variables.Json);
    }

    public IEnumerable<RandomQuery> Smaller() => Shrinking.Arrays(Fields, f => f.Smaller(), least: 1).Select(fields => new RandomQuery(fields));

    /// <summary>The same query with other arguments: those that the function gives for a field.</summary>
    public RandomQuery Turn(Func<QueryField, QueryEntry[]> change) => new([.. Fields.Select(f => f.Turn(change))]);

    public override string ToString()
    {
        var (text, variables) = Write();
        return $"{text}\nvariables {variables}";
    }
}

/// <summary>A field with what is selected under it; or a fragment.</summary>
/// <param name="Head">Alias and name, or <c>... on Type</c>.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Fields">What is selected under it; none for a leaf.</param>
internal sealed record QueryField(string Head, QueryEntry[] Arguments, QueryField[] Fields)
{
    /// <summary><c>skip</c> or <c>include</c>, and the condition, which is sent as a variable.</summary>
    public (string Directive, bool If)? Condition { get; init; }

    /// <summary>Whether it takes <c>last</c> and <c>before</c>.</summary>
    public bool CanLast { get; init; }

    public string ResponseName => Head.Split(':')[0];

    public string Write(QueryVariables variables)
    {
        var arguments = Arguments.Length == 0 ? "" : $"({string.Join(", ", Arguments.Select(a => $"{a.Name}: {a.Value.Written(variables)}"))})";
        var directive = Condition is { } c ? $" @{c.Directive}(if: {variables.Add("Boolean!", c.If ? "true" : "false")})" : "";
        var fields = Fields.Length == 0 ? "" : $" {{ {string.Join(' ', Fields.Select(f => f.Write(variables)))} }}";
        return $"{Head}{arguments}{directive}{fields}";
    }

    public IEnumerable<QueryField> Smaller()
    {
        if (Condition is not null)
        {
            yield return this with { Condition = null };
        }

        foreach (var arguments in Shrinking.Arrays(Arguments, a => [], least: 0, mayGo: a => !a.IsRequired))
        {
            yield return this with { Arguments = arguments };
        }

        foreach (var fields in Shrinking.Arrays(Fields, f => f.Smaller(), least: Math.Min(1, Fields.Length)))
        {
            yield return this with { Fields = fields };
        }

        for (var i = 0; i < Arguments.Length; i++)
        {
            foreach (var less in Arguments[i].Smaller())
            {
                yield return this with { Arguments = [.. Arguments[..i], less, .. Arguments[(i + 1)..]] };
            }
        }
    }

    public QueryField Turn(Func<QueryField, QueryEntry[]> change) => this with
    {
        Arguments = Head.StartsWith("...", StringComparison.Ordinal) ? Arguments : change(this),
        Fields = [.. Fields.Select(f => f.Turn(change))],
    };
}
