using System.Text;
using GraphService.Films;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Neo4j.Cypher;

namespace GraphService.Neo4j.Tests.Cypher;

/// <summary>Conditions as they are written, those included that no filter of the film domain makes.</summary>
public class PredicateCompilerTests
{
    private static readonly GraphModel Model = FilmDomain.Create().Model;
    private static readonly NodeTable Work = Model.Tables.Single(t => t.Label == "Work");
    private static readonly ValueRef Title = new(Subject.Node, ValueKind.Property, Work.Property("title"));
    private static readonly ValueRef Year = new(Subject.Node, ValueKind.Property, Work.Property("year"));
    private static readonly ValueRef Years = new(Subject.Node, ValueKind.Property, Work.Property("years"));
    private static readonly ValueRef Aliases = new(Subject.Node, ValueKind.Property, Work.Property("aliases"));
    private static readonly ValueRef Kind = new(Subject.Node, ValueKind.Kind);
    private static readonly ValueRef Type = new(Subject.Relationship, ValueKind.Type);
    private static readonly Adjacency Honors = Model.Adjacencies.First(a => a.AlsoBy == "work");

    private static readonly IntPredicate Recent = new(Year, IntOperator.Gt, 2000);

    public static TheoryData<string, string> Conditions => new()
    {
        { "and of none", "true" },
        { "or of none", "false" },
        { "not", "NOT coalesce((n1.year > $p.v0 OR n1.title = $p.v1), false)" },
        { "missing", "n1.year IS NULL" },
        { "known", "n1.year IS NOT NULL" },
        { "missing list", "true" },
        { "missing kind", "false" },
        { "not a missing list", "NOT coalesce(true, false)" },
        { "greater", "n1.title > $p.v0" },
        { "greater than a high text", "(any(x IN $p.v1 WHERE n1.title =~ x) OR coalesce(n1.title STARTS WITH $p.v2 AND n1.title > $p.v0, false))" },
        { "at most a high text", "(any(x IN $p.v1 WHERE n1.title =~ x) OR coalesce(n1.title STARTS WITH $p.v2 AND n1.title <= $p.v0, false))" },
        { "kinds", "CASE WHEN n1:Film THEN 1 WHEN n1:Series THEN 2 END IN $p.v0" },
        { "types", "type(r1) IN $p.v0" },
        { "items", "any(i IN coalesce(n1.years, []) WHERE (i > $p.v0 AND NOT coalesce(i IN $p.v1, false)))" },
        { "every item", "true" },
        { "no item", "size(coalesce(n1.years, [])) = 0" },
        { "searched items", "(n1._names CONTAINS $p.v0 AND any(i IN split(coalesce(n1._names, ''), '|')[2..-1] WHERE all(w IN $p.v1 WHERE i CONTAINS w)))" },
        { "searched and compared items", "none(j IN range(0, size(coalesce(n1.aliases, [])) - 1) WHERE (all(w IN $p.v1 WHERE split(coalesce(n1._names, ''), '|')[j + 2] CONTAINS w) OR coalesce(n1.aliases, [])[j] = $p.v2))" },
        { "the start", "s1.year > $p.v0" },
        { "the referenced", "EXISTS { MATCH (n2:\u0001 {id: coalesce(r1.work, CASE WHEN s1:Work THEN s1.id END)}) WHERE n2.year > $p.v0 }" },
        { "the referenced title", "COLLECT { MATCH (n2:\u0001 {id: coalesce(r1.work, CASE WHEN s1:Work THEN s1.id END)}) RETURN n2.title }[0] = $p.v0" },
        { "the referenced id", "coalesce(r1.work, CASE WHEN s1:Work THEN s1.id END) = $p.v0" },
        { "every step", "true" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Conditions_are_two_valued(string name, string expected)
    {
        var parameters = new StatementParameters();
        var predicate = Predicate(name);
        var shape = new ShapeWriter(stackalloc byte[16]);
        new PredicateGatherer(parameters).Optional(predicate, Honors, ref shape);
        Assert.NotNull(shape.ToShape());
        var context = new Compilation(Model, [], [], parameters);
        var row = new StepSource(context, new NodeVariable("n0", context.Kinds.Of(Work)), Honors, 1).Row;
        row = row.From(new NodeVariable("n1", context.Kinds.Of(Work)));
        Assert.Equal(expected, new PredicateCompiler(context, new ValueCompiler(context)).Condition(predicate, row));
    }

    private static Predicate Predicate(string name) => name switch
    {
        "and of none" => new AndPredicate([]),
        "or of none" => new OrPredicate([]),
        "not" => new NotPredicate(new OrPredicate([Recent, Text(TextOperator.Eq, "a")])),
        "missing" => new MissingPredicate(Year),
        "known" => new NotPredicate(new MissingPredicate(Year)),
        "missing list" => new MissingPredicate(Years),
        "missing kind" => new MissingPredicate(Kind),
        "not a missing list" => new NotPredicate(new MissingPredicate(Years)),
        "greater" => Text(TextOperator.Gt, "a"),
        "greater than a high text" => Text(TextOperator.Gt, "\uE000"),
        "at most a high text" => Text(TextOperator.Lte, "😀"),
        "kinds" => new SetPredicate(Kind, 6),
        "types" => new SetPredicate(Type, ulong.MaxValue),
        "items" => new ItemsPredicate(Years, Quantifier.Some, new AndPredicate([new IntPredicate(Years, IntOperator.Gt, 1), new NotPredicate(new IntInPredicate(Years, [2, 3]))])),
        "every item" => new ItemsPredicate(Years, Quantifier.All, null),
        "no item" => new ItemsPredicate(Years, Quantifier.None, null),
        "searched items" => new ItemsPredicate(Aliases, Quantifier.Some, Search()),
        "searched and compared items" => new ItemsPredicate(Aliases, Quantifier.None, new OrPredicate([Search(), Text(TextOperator.Eq, "a")])),
        "the start" => new NodePredicate(Subject.Start, Recent),
        "the referenced" => new NodePredicate(Subject.Referenced, Recent),
        "the referenced title" => new TextPredicate(Title with { Subject = Subject.Referenced }, TextOperator.Eq, [1]),
        "the referenced id" => new TextPredicate(new ValueRef(Subject.Referenced, ValueKind.Id), TextOperator.Eq, [1]),
        _ => new StepsPredicate(Subject.Node, Honors, Quantifier.All, null),
    };

    private static TextPredicate Text(TextOperator op, string operand) => new(Title, op, Encoding.UTF8.GetBytes(operand));

    private static TextPredicate Search() => new(Aliases, TextOperator.Search, "ka bo"u8.ToArray());
}
