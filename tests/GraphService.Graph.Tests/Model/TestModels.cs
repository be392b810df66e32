using GraphService.Graph.Model;

namespace GraphService.Graph.Tests.Model;

/// <summary>A small graph of films, written by hand: merged credits, honours that name a work, hidden claims.</summary>
internal static class TestModels
{
    public static GraphModel Films { get; } = CreateFilms();

    public static Property Text(string name, int index, bool required = false, bool folded = false) =>
        new() { Name = name, Type = PropertyType.Text, Index = index, IsRequired = required, IsFolded = folded };

    public static Property Of(PropertyType type, string name, int index, bool folded = false) =>
        new() { Name = name, Type = type, Index = index, IsFolded = folded };

    public static OrderTerm By(Subject subject, ValueKind kind, bool descending = false) =>
        new(subject, kind, null, descending);

    public static OrderTerm By(Subject subject, Property property, bool descending = false) =>
        new(subject, ValueKind.Property, property, descending);

    private static GraphModel CreateFilms()
    {
        Property[] personProperties =
        [
            Text("name", 0, required: true, folded: true),
            Of(PropertyType.TextList, "aliases", 1, folded: true),
            Text("sortName", 2),
        ];
        Property[] workProperties =
        [
            Text("title", 0, required: true, folded: true),
            Of(PropertyType.TextList, "aliases", 1, folded: true),
            Of(PropertyType.Int, "year", 2),
            Of(PropertyType.IntList, "years", 3),
            new() { Name = "form", Type = PropertyType.Enum, Index = 4, EnumValues = ["FEATURE", "SHORT", "DOCUMENTARY"], OnlyOn = ["Film"] },
            new() { Name = "seasons", Type = PropertyType.Int, Index = 5, OnlyOn = ["Series"] },
        ];
        var person = Table("Person", 0, personProperties, personProperties[2]);
        var work = Table("Work", 1, workProperties, workProperties[2], workProperties[0]);
        var award = Named("Award", 2);
        var organization = Named("Organization", 3);
        Property[] sourceProperties = [Text("name", 0, required: true, folded: true), Of(PropertyType.Date, "published", 1)];
        var source = Table("Source", 4, sourceProperties, sourceProperties[0]);
        Property[] claimProperties = [Text("property", 0), Text("value", 1)];
        var claim = new NodeTable { Label = "Claim", Index = 5, Properties = claimProperties, IsHidden = true };

        var acted = Credit("ACTED_IN", 0);
        var directed = Credit("DIRECTED", 1);
        var won = Honour("WON", 2);
        var nominated = Honour("NOMINATED_FOR", 3);
        Property[] releaseProperties = [Of(PropertyType.Date, "date", 0), Text("territory", 1)];
        var released = Type("RELEASED_ON", 4, ["Work"], ["Organization"], releaseProperties);
        var sequel = Type("SEQUEL_OF", 5, ["Work"], ["Work"], []);
        var about = new RelationshipType { Name = "ABOUT", Index = 6, From = ["Claim"], IsHidden = true };
        RelationshipType[] served = [acted, directed, won, nominated, released, sequel];

        OrderTerm[] personRank = [By(Subject.Node, ValueKind.Rank)];
        OrderTerm[] honourOrder =
        [
            By(Subject.Relationship, won.Properties[0]), By(Subject.Relationship, ValueKind.Type), By(Subject.End, ValueKind.Id),
            By(Subject.Referenced, ValueKind.Id), By(Subject.Start, ValueKind.Id), By(Subject.Relationship, won.Properties[1]),
        ];
        Adjacency[] adjacencies =
        [
            new()
            {
                Index = 0, Types = [acted, directed], Direction = Direction.Out, Near = person, Far = work,
                Order = [By(Subject.Node, ValueKind.Rank), By(Subject.Relationship, ValueKind.Type)],
            },
            new()
            {
                Index = 1, Types = [acted], Direction = Direction.In, Near = work, Far = person,
                Order = [By(Subject.Relationship, acted.Properties[2]), .. personRank],
            },
            new() { Index = 2, Types = [won, nominated], Direction = Direction.Out, Near = work, AlsoBy = "work", Order = honourOrder },
            new() { Index = 3, Types = [won, nominated], Direction = Direction.In, Near = award, Order = honourOrder },
            new()
            {
                Index = 4, Types = served, Direction = Direction.Both,
                Order = [By(Subject.Relationship, ValueKind.TypeName), By(Subject.Start, ValueKind.Id), By(Subject.End, ValueKind.Id)],
            },
            new()
            {
                Index = 5, Types = [released], Direction = Direction.Out, Near = work, Far = organization,
                Order =
                [
                    By(Subject.Relationship, releaseProperties[0], descending: true), By(Subject.Node, organization.Properties[0]),
                    By(Subject.Node, ValueKind.Id),
                ],
            },
            new() { Index = 6, Types = [about], Direction = Direction.In, Far = claim, Order = [By(Subject.Node, claimProperties[1])] },
        ];

        return new GraphModel
        {
            Tables = [person, work, award, organization, source, claim],
            Kinds =
            [
                Kind("PERSON", 0, person, "Person"), Kind("FILM", 1, work, "Work", "Film"), Kind("SERIES", 2, work, "Work", "Series"),
                Kind("AWARD", 3, award, "Award"), Kind("ORGANIZATION", 4, organization, "Organization"), Kind("SOURCE", 5, source, "Source"),
            ],
            RelationshipTypes = [.. served, about],
            Adjacencies = adjacencies,
            SourceTable = source,
        };
    }

    private static NodeTable Table(string label, int index, Property[] properties, params Property[] order) => new()
    {
        Label = label,
        Index = index,
        Properties = properties,
        Name = properties[0],
        Aliases = properties.FirstOrDefault(p => p.Name == "aliases"),
        DefaultOrder = order,
    };

    private static NodeTable Named(string label, int index)
    {
        Property[] properties = [Text("name", 0, required: true, folded: true), Of(PropertyType.TextList, "aliases", 1)];
        return Table(label, index, properties, properties[0]);
    }

    private static NodeKind Kind(string name, int index, NodeTable table, params string[] labels) =>
        new() { Name = name, Index = index, Table = table, Labels = labels };

    private static RelationshipType Type(string name, int index, string[] from, string[] to, Property[] properties) =>
        new() { Name = name, Index = index, From = from, To = to, Properties = properties };

    private static RelationshipType Credit(string name, int index) => new()
    {
        Name = name,
        Index = index,
        From = ["Person", "Organization"],
        To = ["Work"],
        IsMerged = true,
        Properties =
        [
            Of(PropertyType.TextList, "characters", 0, folded: true), Text("note", 1, folded: true), Of(PropertyType.Int, "billing", 2),
        ],
    };

    private static RelationshipType Honour(string name, int index) => Type(name, index, ["Person", "Work"], ["Award"],
    [
        Of(PropertyType.Int, "year", 0), Text("note", 1),
        new() { Name = "work", Type = PropertyType.Text, Index = 2, References = "Work" },
    ]);
}
