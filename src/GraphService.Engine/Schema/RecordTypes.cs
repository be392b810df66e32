using GraphService.Graph.Model;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Schema;

/// <summary>Relationships served as objects: their types, their ends and their order.</summary>
internal sealed class RecordTypes(DomainFile domain, ModelBuilder model)
{
    /// <summary>What tells a property of a relationship by its name and its value.</summary>
    public const string PropertyType = "Property";

    private readonly Dictionary<string, RecordType> _records = new(StringComparer.Ordinal);

    /// <summary>The record type of that name, or null when the type is no record.</summary>
    public RecordType? Find(string name)
    {
        if (_records.TryGetValue(name, out var known))
        {
            return known;
        }

        if (domain.Type(name) is not ObjectTypeDefinitionNode type || Directives.Find(type.Directives, "record") is not { } directive)
        {
            return null;
        }

        var names = Directives.Texts(directive, "types");
        var types = names is null ? model.RelationshipTypes.Where(t => !t.IsHidden).ToList() : names.Select(t => model.Type(t, directive)).ToList();
        var record = new RecordType(type, types) { IsOfAllTypes = names is null };
        _records.Add(name, record);
        var (order, ties) = (Directives.Texts(directive, "order") ?? [], Directives.Texts(directive, "ties") ?? []);
        record.Order = Terms(record, order);
        record.Ties = Terms(record, ties);
        record.IsPageable = (ties.Count > 0 && !ties.Except(order, StringComparer.Ordinal).Any() && types.TrueForAll(t => t.IsMerged)) || TellsApart(record.Order);
        return record;
    }

    /// <summary>True of an order with the type, both ends and the place among parallels.</summary>
    private static bool TellsApart(OrderTerm[] order) =>
        order.Any(t => t.Kind is ValueKind.Type or ValueKind.TypeName)
        && order.Any(t => t is { Subject: Subject.Start, Kind: ValueKind.Id, Only: null })
        && order.Any(t => t is { Subject: Subject.End, Kind: ValueKind.Id, Only: null })
        && order.Any(t => t.Kind == ValueKind.Nth);

    private OrderTerm[] Terms(RecordType record, IReadOnlyList<string> paths) => [.. paths.Select(p => Term(record, p))];

    /// <summary>
    /// A term of a record's order: a property, <c>kind</c> or <c>role</c> by name, <c>kind.place</c> as declared, <c>end.property</c>, or the list of all properties,
    /// by which parallels are counted.
    /// </summary>
    public OrderTerm Term(RecordType record, string path)
    {
        var parts = path.Split('.');
        var field = record.Node.Fields.FirstOrDefault(f => f.Name.Value == parts[0])
            ?? throw DomainException.At(record.Node, $"{record.Node.Name.Value} has no field {parts[0]} to order by.");
        var typeName = DomainFile.NameOf(field.Type);
        if (domain.Type(typeName) is EnumTypeDefinitionNode && !Directives.Has(field.Directives, "property"))
        {
            return parts.Length == 2
                ? new OrderTerm(Subject.Relationship, ValueKind.Type)
                : new OrderTerm(Subject.Relationship, ValueKind.TypeName) { TypeNames = TypeNames(typeName) };
        }

        if (typeName == PropertyType)
        {
            return new OrderTerm(Subject.Relationship, ValueKind.Nth);
        }

        if (parts.Length == 1)
        {
            return new OrderTerm(Subject.Relationship, ValueKind.Property, record.Property(parts[0]));
        }

        var subject = SubjectOf(field);
        var only = model.Table(typeName);
        if (parts[1] == "id")
        {
            return new OrderTerm(subject, ValueKind.Id) { Only = only };
        }

        // `by` may be of several tables, which all keep their names in the same place.
        var table = only ?? model.Table(domain.PossibleTypes(typeName).First().Name.Value)!;
        return new OrderTerm(subject, ValueKind.Property, table.Property(parts[1]) ?? throw DomainException.At(field, $"{typeName} has no property {parts[1]}.")) { Only = only };
    }

    /// <summary>Which node of the relationship a field of a record shows.</summary>
    public static Subject SubjectOf(FieldDefinitionNode field)
    {
        if (Directives.Has(field.Directives, "property"))
        {
            return Subject.Referenced;
        }

        var directive = Directives.Find(field.Directives, "relationship") ?? throw DomainException.At(field, $"{field.Name.Value} needs @relationship(direction:).");
        return Directives.Text(directive, "direction") == "IN" ? Subject.Start : Subject.End;
    }

    /// <summary>What an enum calls the relationship types, by their places in the model: a role's name, or the type's own.</summary>
    public IReadOnlyList<string> TypeNames(string enumName)
    {
        var names = model.RelationshipTypes.Select(t => t.Name).ToArray();
        foreach (var value in domain.Enum(enumName).Values)
        {
            if (Directives.Find(value.Directives, "relationship") is { } directive && Directives.Text(directive, "type") is { } type)
            {
                names[model.Type(type, value).Index] = value.Name.Value;
            }
        }

        return names;
    }
}

/// <summary>A record type: its relationships, and how they are ordered.</summary>
internal sealed class RecordType(ObjectTypeDefinitionNode node, IReadOnlyList<RelationshipType> types)
{
    public ObjectTypeDefinitionNode Node { get; } = node;

    public IReadOnlyList<RelationshipType> Types { get; } = types;

    /// <summary>True when it is of every type that is served.</summary>
    public bool IsOfAllTypes { get; init; }

    public OrderTerm[] Order { get; set; } = [];

    public OrderTerm[] Ties { get; set; } = [];

    /// <summary>True when the order tells any two of the relationships apart.</summary>
    public bool IsPageable { get; set; }

    public Property Property(string name) =>
        Types.Select(t => t.Property(name)).FirstOrDefault(p => p is not null) ?? throw DomainException.At(Node, $"{Node.Name.Value} has no property {name}.");

    /// <summary>The property that refers to a third node, or null.</summary>
    public Property? Reference => Types.SelectMany(t => t.Properties).FirstOrDefault(p => p.References is not null);
}
