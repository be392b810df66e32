using System.Text;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.Graph.Store;
using GraphService.Graph.Tests.Files;
using GraphService.Graph.Tests.Model;

namespace GraphService.Graph.Tests.Execution;

/// <summary>
/// A plan over the small model, made by hand: works with values of every kind, and under each its cast with cursors, and under each of them
/// their credits. Slot 0 is the works' page, slot 1 the cast's, slot 2 the credits'.
/// </summary>
internal static class WorksPlan
{
    private static readonly GraphModel Films = TestModels.Films;
    private static readonly NodeTable Person = Films.Tables[0];
    private static readonly NodeTable Work = Films.Tables[1];
    private static readonly Property Billing = Films.RelationshipTypes[0].Property("billing")!;

    public static readonly OrderTerm[] CastOrder = [TestModels.By(Subject.Relationship, Billing), TestModels.By(Subject.Node, Person.Property("sortName")!), TestModels.By(Subject.Node, ValueKind.Id)];

    public static readonly OrderTerm[] WorkOrder = [TestModels.By(Subject.Node, Work.Property("year")!), TestModels.By(Subject.Node, Work.Property("title")!), TestModels.By(Subject.Node, ValueKind.Id)];

    public static readonly OrderTerm[] CreditOrder =
    [
        new(Subject.Relationship, ValueKind.TypeName) { TypeNames = [.. Films.RelationshipTypes.Select(t => t.Name)] },
        TestModels.By(Subject.Node, ValueKind.Kind), TestModels.By(Subject.Node, Work.Property("form")!), TestModels.By(Subject.Node, ValueKind.Id),
    ];

    public static RootOutput Root { get; } = CreateRoot();

    /// <summary>As many works as asked for; five people share every five of them.</summary>
    public static GraphSnapshot Graph(int works)
    {
        using var folder = new GraphFolder();
        const int group = 5;
        var credits = Enumerable.Range(0, works).SelectMany(w => Enumerable.Range(0, group).Select(p =>
            $"p{(w / group * group) + p},{(p == 0 ? "DIRECTED" : "ACTED_IN")},w{w:0000},{(p % 2 == 0 ? p : "")},\"as \"\"{p}\"\";also\",s,line {w}"));
        folder.Add("sources.csv", "id:ID,:LABEL,name", "s,Source,notes.txt");
        folder.Add("people.csv", ["id:ID,:LABEL,name,sortName,aliases:string[],sources:string[],locators:string[]", .. Enumerable.Range(0, works + group).Select(p => $"p{p},Person,Name {p},name {p},Other {p};Another {p},s,line {p}")]);
        folder.Add("works.csv", ["id:ID,:LABEL,title,year:int,years:int[],form", .. Enumerable.Range(0, works).Select(w => $"w{w:0000},Work;Film,Title {w},{(w % 3 == 0 ? "" : 1990 + (w % 30))},1990;1991,{(w % 2 == 0 ? "SHORT" : "")}")]);
        folder.Add("credits.csv", [":START_ID,:TYPE,:END_ID,billing:int,characters:string[],sources:string[],locators:string[]", .. credits]);
        return folder.Load();
    }

    public static BoundSlot Page(OrderTerm[] order, int size, Predicate? filter = null, bool isDefault = true, bool isLast = false) => new()
    {
        Order = order,
        IsDefaultOrder = isDefault,
        Filter = filter,
        Page = isLast ? new Page { Last = size } : new Page { First = size },
        CursorSeal = 42,
    };

    private static RootOutput CreateRoot()
    {
        var credits = new ConnectionOutput(new AdjacencySource(Films.Adjacencies[0]), 2, [
            new ObjectOutput(OutputKind.ConnectionEdges, [
                Plain(OutputKind.Cursor, "cursor", 4),
                new NodeOutput(Subject.End, Selection(Work, [Value(OutputKind.Id, "id", 5, new ValueRef(Subject.Node, ValueKind.Id))])) { Field = At("node", 4) },
            ])
            { Field = At("edges", 3) },
        ])
        { NeedsCount = false, NeedsNext = false, NeedsPrevious = false, Field = At("credits", 3) };
        Output[] person =
        [
            Value(OutputKind.Text, "name", 3, Property(Subject.Node, Person, "name")),
            Value(OutputKind.TextList, "aliases", 3, Property(Subject.Node, Person, "aliases")),
            new DistinctTypeNamesOutput(Films.Adjacencies[0], Names(Films.RelationshipTypes.Select(t => t.Name))) { Field = At("roles", 3) },
            Evidence(Subject.Node, 3),
            credits,
        ];
        var cast = new ConnectionOutput(new AdjacencySource(Films.Adjacencies[1]), 1, [
            Plain(OutputKind.TotalCount, "totalCount", 2),
            new ObjectOutput(OutputKind.ConnectionEdges, [
                Plain(OutputKind.Cursor, "cursor", 3),
                Value(OutputKind.Int, "billing", 3, new ValueRef(Subject.Relationship, ValueKind.Property, Billing)),
                Value(OutputKind.TextList, "characters", 3, new ValueRef(Subject.Relationship, ValueKind.Property, Films.RelationshipTypes[0].Property("characters"))),
                Evidence(Subject.Relationship, 3),
                new NodeOutput(Subject.Node, Selection(Person, person)) { Field = At("node", 3) },
            ])
            { Field = At("edges", 2) },
            new ObjectOutput(OutputKind.PageInfo, [
                Plain(OutputKind.HasNextPage, "hasNextPage", 2), Plain(OutputKind.HasPreviousPage, "hasPreviousPage", 2),
                Plain(OutputKind.StartCursor, "startCursor", 2), Plain(OutputKind.EndCursor, "endCursor", 2),
            ])
            { Field = At("pageInfo", 2) },
            new ObjectOutput(OutputKind.Aggregates, Counted()) { Field = At("aggregates", 2) },
        ])
        { NeedsCount = true, NeedsNext = true, NeedsPrevious = true, Field = At("cast", 2) };
        Output[] work =
        [
            Value(OutputKind.Id, "id", 1, new ValueRef(Subject.Node, ValueKind.Id)),
            Value(OutputKind.Text, "title", 1, Property(Subject.Node, Work, "title")),
            Value(OutputKind.Int, "year", 1, Property(Subject.Node, Work, "year"), isNonNull: false),
            Value(OutputKind.IntList, "years", 1, Property(Subject.Node, Work, "years")),
            Value(OutputKind.Enum, "form", 1, Property(Subject.Node, Work, "form"), Names(Work.Property("form")!.EnumValues), isNonNull: false),
            Value(OutputKind.KindName, "kind", 1, new ValueRef(Subject.Node, ValueKind.Kind), Names(Films.Kinds.Select(k => k.Name))),
            new ConstantOutput("\"Film\""u8.ToArray()) { Field = At("__typename", 1) },
            cast,
        ];
        return new RootOutput
        {
            Access = RootAccess.None,
            Slot = -1,
            Output = new ConnectionOutput(new TableSource(Work, ulong.MaxValue), 0, [
                Plain(OutputKind.TotalCount, "totalCount", 0),
                new ConnectionNodesOutput(Selection(Work, work), null) { Field = At("nodes", 0) },
            ])
            { NeedsCount = true, NeedsNext = false, NeedsPrevious = false, Field = At("works", 0) },
        };
    }

    /// <summary>Each way to count once.</summary>
    private static Output[] Counted()
    {
        var billing = new IntMeasure(new ValueRef(Subject.Relationship, ValueKind.Property, Billing));
        return
        [
            new AggregateOutput(OutputKind.Greatest, billing) { Field = At("greatest", 2, isNonNull: false) },
            new AggregateOutput(OutputKind.Distinct, new DistinctMeasure(Subject.Start)) { Field = At("people", 2) },
            Groups("byBilling", billing, 10, []),
            Groups("byKind", new PlaceMeasure(new ValueRef(Subject.End, ValueKind.Kind)), 1, Names(Films.Kinds.Select(k => k.Name))),
            Groups("byRole", new TypesMeasure(Films.Adjacencies[0]), 1, Names(Films.RelationshipTypes.Select(t => t.Name))),
        ];
    }

    private static GroupsOutput Groups(string name, Measure measure, int span, byte[][] names) =>
        new(measure, span, [new GroupKeyOutput(names, null) { Field = At("key", 3) }, Plain(OutputKind.GroupCount, "count", 3)]) { Field = At(name, 2) };

    private static EvidenceOutput Evidence(Subject subject, int depth) => new(subject, [
        new EvidenceSourceOutput(Selection(Films.SourceTable, [Value(OutputKind.Text, "name", depth + 1, Property(Subject.Node, Films.SourceTable, "name"))])) { Field = At("source", depth + 1) },
        Plain(OutputKind.EvidenceLocator, "locator", depth + 1),
    ])
    { Field = At("sources", depth) };

    private static NodeSelection Selection(NodeTable table, Output[] fields) => new([.. Films.Kinds.Select(k => k.Table == table ? fields : null)]);

    private static ValueRef Property(Subject subject, NodeTable table, string name) => new(subject, ValueKind.Property, table.Property(name));

    private static ValueOutput Value(OutputKind kind, string name, int depth, ValueRef value, byte[][]? names = null, bool isNonNull = true) =>
        new(kind, value) { Names = names ?? [], Field = At(name, depth, isNonNull && kind != OutputKind.Int) };

    private static PlainOutput Plain(OutputKind kind, string name, int depth) => new(kind) { Field = At(name, depth, isNonNull: false) };

    private static OutputField At(string name, int lists, bool isNonNull = true) =>
        new(Encoding.UTF8.GetBytes($",\"{name}\":"), -1, isNonNull, [.. Enumerable.Repeat<string?>(null, lists), name], 0, null);

    private static byte[][] Names(IEnumerable<string> names) => [.. names.Select(n => Encoding.UTF8.GetBytes($"\"{n}\""))];
}
