using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Schema;

/// <summary>
/// What is counted over all rows of a list. <c>SongsAggregates</c> is for the rows of <c>SongsConnection</c>, and for those of every list of the same type. Its
/// fields: <c>count</c>, the rows; <c>minLength</c> and <c>maxLength</c> with @property; a number of nodes at one side of a record (@relationship(direction:)); and lists
/// of groups, objects of two fields: what the rows of a group have in common, by which it is named, and <c>count</c>.
/// </summary>
internal sealed class AggregateTypes
{
    private const string Suffix = "Aggregates";
    private const string CountField = "count";

    private readonly DomainFile _domain;
    private readonly ModelBuilder _model;
    private readonly RecordTypes _records;
    private readonly DomainBinder _binder;
    private readonly Dictionary<string, string> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);

    public AggregateTypes(DomainFile domain, ModelBuilder model, RecordTypes records, DomainBinder binder)
    {
        (_domain, _model, _records, _binder) = (domain, model, records, binder);
        foreach (var type in domain.Objects.Where(o => DomainFile.Stem(o.Name.Value, Suffix) is not null))
        {
            var stem = DomainFile.Stem(type.Name.Value, Suffix);
            var row = binder.ConnectionRow(stem + "Connection") ?? throw DomainException.At(type, $"There is no type \"{stem}Edge\", whose rows {type.Name.Value} would be about.");
            if (model.Table(row) is null && records.Find(row) is null)
            {
                throw DomainException.At(type, $"{type.Name.Value} is about {row}, which must be nodes of one table, or a record.");
            }

            _rows.Add(type.Name.Value, row);
            _groups.UnionWith(type.Fields.Where(f => DomainFile.IsList(f.Type)).Select(f => DomainFile.NameOf(f.Type)));
        }
    }

    /// <summary>The type of what is counted over rows of a type; null when there is none.</summary>
    public string? Of(string row) =>
        _rows.FirstOrDefault(r => r.Value == row || (_domain.Type(row) is FieldsTypeDefinitionNode type && type.Interfaces.Any(i => i.Name.Value == r.Value))).Key;

    /// <summary>Binds a field of such a type, or of its groups; null for a field of another type.</summary>
    public FieldBinding? Bind(ObjectTypeDefinitionNode type, FieldDefinitionNode field)
    {
        if (_rows.TryGetValue(type.Name.Value, out var row))
        {
            return DomainFile.IsList(field.Type) ? Groups(type, field, row) : Number(type, field, row);
        }

        return !_groups.Contains(type.Name.Value) ? null : field == KeyOf(type) ? Key(field) : new PartBinding(OutputKind.GroupCount);
    }

    private FieldBinding Number(ObjectTypeDefinitionNode type, FieldDefinitionNode field, string row)
    {
        var name = field.Name.Value;
        if (DomainFile.NameOf(field.Type) == "Int")
        {
            if (name == CountField)
            {
                return new PartBinding(OutputKind.TotalCount);
            }

            if (Directives.Has(field.Directives, "property") && (name.StartsWith("min", StringComparison.Ordinal) || name.StartsWith("max", StringComparison.Ordinal)) && name.Length > 3)
            {
                return field.Type is not NonNullTypeNode && Property(field, row, char.ToLowerInvariant(name[3]) + name[4..]) is { Property.Type: PropertyType.Int } value
                    ? new AggregateBinding(name[1] == 'i' ? OutputKind.Least : OutputKind.Greatest, new IntMeasure(value))
                    : throw DomainException.At(field, $"{type.Name.Value}.{name} is of an Int, and null where no row has one: make it Int.");
            }

            if (SideOf(field, row) is Subject.Start or Subject.End)
            {
                return new AggregateBinding(OutputKind.Distinct, new DistinctMeasure(SideOf(field, row)));
            }
        }

        throw DomainBinder.Unbound(type, field);
    }

    private GroupsBinding Groups(ObjectTypeDefinitionNode type, FieldDefinitionNode field, string row)
    {
        var group = _domain.Type(DomainFile.NameOf(field.Type)) as ObjectTypeDefinitionNode ?? throw DomainBinder.Unbound(type, field);
        var measure = MeasureOf(field, KeyOf(group), row) ?? throw DomainBinder.Unbound(type, field);
        var span = Directives.Find(field.Directives, "property") is { } property ? Directives.Number(property, "span") ?? 1 : 1;
        return span == 1 || (span > 1 && measure is IntMeasure)
            ? new GroupsBinding(measure, span)
            : throw DomainException.At(field, $"{type.Name.Value}.{field.Name.Value} has a span of {span}: it must be 1 or more, and of integers.");
    }

    /// <summary>What the rows of a group have in common.</summary>
    private static FieldDefinitionNode KeyOf(ObjectTypeDefinitionNode group) => group.Fields is [var key, { Name.Value: CountField, Type: var type }] && DomainFile.NameOf(type) == "Int"
        ? key
        : throw DomainException.At(group, $"{group.Name.Value} is a group of rows: it needs two fields, what the rows have in common and {CountField}: Int!.");

    private GroupKeyBinding Key(FieldDefinitionNode key)
    {
        var name = DomainFile.NameOf(key.Type);
        return _domain.Type(name) switch
        {
            EnumTypeDefinitionNode when name == "NodeKind" => new GroupKeyBinding([.. _model.Kinds.Select(k => k.Name)], IsNode: false),
            EnumTypeDefinitionNode types when types.Values.Any(v => Directives.Has(v.Directives, "relationship")) => new GroupKeyBinding(_records.TypeNames(name), IsNode: false),
            EnumTypeDefinitionNode values => new GroupKeyBinding([.. values.Values.Select(v => v.Name.Value)], IsNode: false),
            var other => new GroupKeyBinding([], IsNode: other is FieldsTypeDefinitionNode),
        };
    }

    private Measure? MeasureOf(FieldDefinitionNode field, FieldDefinitionNode key, string row)
    {
        var target = DomainFile.NameOf(key.Type);
        var side = SideOf(field, row);
        if (Directives.Has(field.Directives, "property"))
        {
            return Property(field, row, key.Name.Value) switch
            {
                { Property.Type: PropertyType.Int } number when target == "Int" => new IntMeasure(number),
                { Property: { Type: PropertyType.Enum } property } value when _domain.Type(target) is EnumTypeDefinitionNode values && values.Values.Select(v => v.Name.Value).SequenceEqual(property.EnumValues) => new PlaceMeasure(value),
                _ => null,
            };
        }

        if (target == "NodeKind")
        {
            return side == Subject.Relationship ? null : new PlaceMeasure(new ValueRef(side, ValueKind.Kind));
        }

        if (Directives.Find(field.Directives, "relationship") is not { } directive)
        {
            return side == Subject.Relationship && _domain.Type(target) is EnumTypeDefinitionNode ? new PlaceMeasure(new ValueRef(side, ValueKind.Type)) : null;
        }

        // Of the relationships of a record several may lead to one node.
        var isTypes = _domain.Type(target) is EnumTypeDefinitionNode;
        if (side != Subject.Node || !(isTypes || Directives.Texts(directive, "type") is not null))
        {
            return null;
        }

        var adjacency = _binder.AdjacencyOf(_model.Table(row)!, field, directive, target);
        return isTypes ? new TypesMeasure(adjacency)
            : adjacency.Far is not null ? new NodesMeasure(adjacency)
            : throw DomainException.At(field, $"{target} stands for nodes of several tables, which have no order in common to show groups in.");
    }

    /// <summary>Whose values are counted: the row's node; of a record itself, or the node at the side that the directive tells, as on the record's own fields.</summary>
    private Subject SideOf(FieldDefinitionNode field, string row)
    {
        if (_records.Find(row) is null)
        {
            return Subject.Node;
        }

        var direction = Directives.Find(field.Directives, "relationship") is { } directive ? Directives.Text(directive, "direction") : null;
        return direction switch { "IN" => Subject.Start, "OUT" => Subject.End, _ => Subject.Relationship };
    }

    private ValueRef Property(FieldDefinitionNode field, string row, string name)
    {
        var side = SideOf(field, row);
        var record = _records.Find(row);
        var property = record is null ? _model.Table(row)?.Property(name)
            : side == Subject.Relationship ? record.Property(name)
            : _model.Table(DomainFile.NameOf(record.Node.Fields.First(f => _model.Table(DomainFile.NameOf(f.Type)) is not null && RecordTypes.SubjectOf(f) == side).Type))?.Property(name);
        return new ValueRef(side, ValueKind.Property, property ?? throw DomainException.At(field, $"The rows that {field.Name.Value} is about have no property \"{name}\"."));
    }
}
