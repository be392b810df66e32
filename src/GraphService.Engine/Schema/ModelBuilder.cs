using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Schema;

/// <summary>Reads tables, kinds, properties and relationship types out of a domain file.</summary>
internal sealed class ModelBuilder
{
    private readonly DomainFile _domain;
    private readonly Dictionary<string, NodeTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Property>> _records = new(StringComparer.Ordinal);

    public ModelBuilder(DomainFile domain, IReadOnlyList<HiddenTable> hidden)
    {
        _domain = domain;
        foreach (var type in domain.Types.OfType<FieldsTypeDefinitionNode>().Where(IsTable))
        {
            _tables.Add(type.Name.Value, CreateTable(type, _tables.Count));
        }

        Tables = [.. _tables.Values, .. hidden.Select((h, i) => h.ToTable(_tables.Count + i))];
        Kinds = [.. domain.Enum("NodeKind").Values.Select(CreateKind)];
        RelationshipTypes = [.. domain.Enum("RelationshipKind").Values.Select(CreateType)];
        RelationshipTypes = [.. RelationshipTypes, .. hidden.SelectMany(h => h.Types).Select((t, i) => t.ToType(RelationshipTypes.Count + i))];
        CheckNodes();
        CheckSizes();
    }

    public IReadOnlyList<NodeTable> Tables { get; }

    public IReadOnlyList<NodeKind> Kinds { get; }

    public IReadOnlyList<RelationshipType> RelationshipTypes { get; }

    /// <summary>The table of a node type, or of the node type that it implements; null for other types.</summary>
    public NodeTable? Table(string typeName)
    {
        if (_tables.TryGetValue(typeName, out var table))
        {
            return table;
        }

        return _domain.Type(typeName) is FieldsTypeDefinitionNode type
            ? type.Interfaces.Select(i => _tables.GetValueOrDefault(i.Name.Value)).FirstOrDefault(t => t is not null)
            : null;
    }

    /// <summary>The kind of an object type, or null.</summary>
    public NodeKind? Kind(string typeName) => Kinds.FirstOrDefault(k => k.Name == DomainFile.EnumName(typeName));

    /// <summary>A bit for each kind that a type can be.</summary>
    public ulong KindsOf(string typeName)
    {
        ulong kinds = 0;
        foreach (var type in _domain.PossibleTypes(typeName))
        {
            kinds |= Kind(type.Name.Value) is { } kind ? 1UL << kind.Index : 0;
        }

        return kinds;
    }

    public RelationshipType Type(string name, SyntaxNode at) =>
        RelationshipTypes.FirstOrDefault(t => t.Name == name) ?? throw DomainException.At(at, $"RelationshipKind has no value {name}.");

    private bool IsTable(FieldsTypeDefinitionNode type) =>
        Directives.Has(type.Directives, "node") && !type.Interfaces.Any(i => _domain.Type(i.Name.Value) is { } t && Directives.Has(t.Directives, "node"));

    private NodeTable CreateTable(FieldsTypeDefinitionNode type, int index)
    {
        var directive = Directives.Find(type.Directives, "node")!;
        var subtypes = _domain.Objects.Where(o => o.Interfaces.Any(i => i.Name.Value == type.Name.Value)).ToList();
        var fields = type.Fields.Select(f => (Field: f, OnlyOn: (string?)null))
            .Concat(subtypes.SelectMany(s => s.Fields.Where(f => type.Fields.All(t => t.Name.Value != f.Name.Value)).Select(f => (Field: f, OnlyOn: (string?)s.Name.Value))))
            .Where(f => Directives.Has(f.Field.Directives, "property"))
            .ToList();
        var properties = fields.Select((f, i) => CreateProperty(f.Field, i, f.OnlyOn)).ToList();
        var name = Directives.Text(directive, "name") ?? "name";
        var order = Directives.Texts(directive, "order") ?? [name];

        Property Stored(string property, bool isName) => properties.FirstOrDefault(p => p.Name == property && (isName ? p.Type == PropertyType.Text : p.Type is not (PropertyType.TextList or PropertyType.IntList)))
            ?? throw DomainException.At(directive, $"{type.Name.Value} has no property \"{property}\" to be {(isName ? "named" : "ordered")} by: it must be {(isName ? "a String" : "single")} and have @property.");

        return new NodeTable
        {
            Label = Directives.Text(directive, "label")!,
            Index = index,
            Properties = properties,
            Name = Stored(name, isName: true),
            Aliases = properties.FirstOrDefault(p => p.Name == "aliases"),
            DefaultOrder = [.. order.Select(o => Stored(o, isName: false))],
        };
    }

    private Property CreateProperty(FieldDefinitionNode field, int index, string? onlyOn)
    {
        var typeName = DomainFile.NameOf(field.Type);
        var isList = DomainFile.IsList(field.Type);
        var reference = _domain.Type(typeName) is FieldsTypeDefinitionNode target ? Directives.Find(target.Directives, "node") : null;
        var type = (typeName, isList, _domain.Type(typeName)) switch
        {
            ("String", false, _) => PropertyType.Text,
            ("String", true, _) => PropertyType.TextList,
            ("Int", false, _) => PropertyType.Int,
            ("Int", true, _) => PropertyType.IntList,
            ("Date", false, _) => PropertyType.Date,
            (_, false, EnumTypeDefinitionNode) => PropertyType.Enum,
            (_, false, FieldsTypeDefinitionNode) when reference is not null => PropertyType.Text,
            _ => throw DomainException.At(field, $"A property cannot be of type {Printer.Print(field.Type)}: it is String, Int, Date, an enum, a list of String or Int, or a node type with @node."),
        };
        return new Property
        {
            Name = field.Name.Value,
            Type = type,
            Index = index,
            IsRequired = field.Type is NonNullTypeNode && !isList,
            IsFolded = Directives.Has(field.Directives, "fold"),
            OnlyOn = onlyOn is null ? null : [onlyOn],
            EnumValues = _domain.Type(typeName) is EnumTypeDefinitionNode e ? [.. e.Values.Select(v => v.Name.Value)] : [],
            References = reference is null ? null : Directives.Text(reference, "label"),
        };
    }

    private NodeKind CreateKind(EnumValueDefinitionNode value, int index)
    {
        var type = _domain.Objects.FirstOrDefault(o => DomainFile.EnumName(o.Name.Value) == value.Name.Value)
            ?? throw DomainException.At(value, $"No type is of the kind {value.Name.Value}.");
        var table = Table(type.Name.Value) ?? throw DomainException.At(type, $"{type.Name.Value} needs @node(label:).");
        var label = Directives.Text(Directives.Find(type.Directives, "node")!, "label")!;
        return new NodeKind { Name = value.Name.Value, Table = table, Index = index, Labels = label == table.Label ? [label] : [table.Label, label] };
    }

    private void CheckNodes()
    {
        foreach (var type in _domain.Objects.Where(o => Table(o.Name.Value) is not null && Kind(o.Name.Value) is null))
        {
            throw DomainException.At(type, $"{type.Name.Value} is a type of nodes: NodeKind needs its value {DomainFile.EnumName(type.Name.Value)}.");
        }

        var labels = Kinds.SelectMany(k => k.Labels).Concat(Tables.Select(t => t.Label)).ToHashSet(StringComparer.Ordinal);
        foreach (var value in _domain.Enum("RelationshipKind").Values)
        {
            var directive = Directives.Find(value.Directives, "relationship")!;
            var unknown = (Directives.Texts(directive, "from") ?? []).Concat(Directives.Texts(directive, "to") ?? []).FirstOrDefault(l => !labels.Contains(l));
            if (unknown is not null)
            {
                throw DomainException.At(directive, $"{value.Name.Value} joins nodes with the label \"{unknown}\", which no type has.");
            }
        }
    }

    /// <summary>Sets of enum values, kinds and types are bits of one number.</summary>
    private void CheckSizes()
    {
        const int most = 64;
        foreach (var type in _domain.Types.OfType<EnumTypeDefinitionNode>())
        {
            var count = type.Name.Value == "RelationshipKind" ? RelationshipTypes.Count : type.Values.Count;
            if (count > most)
            {
                throw DomainException.At(type, $"{type.Name.Value} has {count} values (with those that are not served), and {most} at most can be told apart.");
            }

            if (type.Name.Value == "RelationshipKind" && type.Values.Count > WholeTypes.MaxTypes)
            {
                throw DomainException.At(type, $"RelationshipKind has {type.Values.Count} values, and {WholeTypes.MaxTypes} at most can be walked, each in both directions.");
            }
        }
    }

    private RelationshipType CreateType(EnumValueDefinitionNode value, int index)
    {
        var directive = Directives.Find(value.Directives, "relationship") ?? throw DomainException.At(value, $"{value.Name.Value} needs @relationship(from:, to:).");
        return new RelationshipType
        {
            Name = value.Name.Value,
            Index = index,
            From = Directives.Texts(directive, "from") ?? [],
            To = Directives.Texts(directive, "to") ?? [],
            Properties = Directives.Text(directive, "properties") is { } record ? RecordProperties(record, value) : [],
            IsMerged = Directives.Flag(directive, "merged"),
        };
    }

    /// <summary>The stored properties of a record type; the same objects for every relationship type that has them.</summary>
    private IReadOnlyList<Property> RecordProperties(string record, SyntaxNode at)
    {
        if (!_records.TryGetValue(record, out var properties))
        {
            properties = [.. _domain.Fields(record, at).Fields.Where(f => Directives.Has(f.Directives, "property")).Select((f, i) => CreateProperty(f, i, null))];
            _records.Add(record, properties);
        }

        return properties;
    }
}

/// <summary>A label that is kept but not served, with the relationships that its nodes have.</summary>
public sealed record HiddenTable(string Label, IReadOnlyList<string> TextProperties, IReadOnlyList<HiddenType> Types)
{
    internal NodeTable ToTable(int index) => new()
    {
        Label = Label,
        Index = index,
        Properties = [.. TextProperties.Select((p, i) => new Property { Name = p, Type = PropertyType.Text, Index = i, IsRequired = true })],
        IsHidden = true,
    };
}

/// <summary>A relationship type of hidden nodes; it may lead to any node.</summary>
public sealed record HiddenType(string Name, string From)
{
    internal RelationshipType ToType(int index) => new() { Name = Name, Index = index, From = [From], IsHidden = true };
}
