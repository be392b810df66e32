using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Schema;

/// <summary>Binds every field of a domain file to what it reads from the graph, and collects the adjacencies that this takes.</summary>
internal sealed class DomainBinder
{
    private const string EvidenceType = "Evidence";

    private readonly DomainFile _domain;
    private readonly ModelBuilder _model;
    private readonly RecordTypes _records;
    private readonly AdjacencyRegister _adjacencies = new();
    private readonly InputTypes _inputs;
    private readonly AggregateTypes _aggregates;
    private readonly Dictionary<string, CodeField> _code;
    private readonly Dictionary<(string Type, string Field), FieldBinding> _bindings = [];

    public DomainBinder(DomainFile domain, ModelBuilder model, IEnumerable<CodeField> code)
    {
        _domain = domain;
        _model = model;
        _records = new RecordTypes(domain, model);
        _inputs = new InputTypes(domain, model, _records, this);
        _aggregates = new AggregateTypes(domain, model, _records, this);
        _code = code.ToDictionary(c => c.Coordinate, StringComparer.Ordinal);
        if (_code.Keys.FirstOrDefault(c => domain.Objects.All(t => t.Fields.All(f => $"{t.Name.Value}.{f.Name.Value}" != c))) is { } unknown)
        {
            throw DomainException.At(domain.Document, $"Code is registered for {unknown}, which the domain does not declare.");
        }

        foreach (var type in domain.Objects.Where(o => !DomainFile.IsPropertiesOnly(o)))
        {
            foreach (var field in type.Fields)
            {
                _bindings.Add((type.Name.Value, field.Name.Value), Bind(type, field));
            }
        }

        BindPaging();
        _inputs.Complete();
    }

    public IReadOnlyDictionary<(string Type, string Field), FieldBinding> Bindings => _bindings;

    public IReadOnlyList<Adjacency> Adjacencies => _adjacencies.All;

    public InputTypes Inputs => _inputs;

    private FieldBinding Bind(ObjectTypeDefinitionNode type, FieldDefinitionNode field)
    {
        var name = field.Name.Value;
        if (_code.TryGetValue($"{type.Name.Value}.{name}", out var code))
        {
            return new ComputedBinding(code);
        }

        var typeName = DomainFile.NameOf(field.Type);
        if (type.Name.Value == "Query")
        {
            return BindRoot(field, typeName);
        }

        if (type.Name.Value == EvidenceType)
        {
            return new PartBinding(name == "source" ? OutputKind.EvidenceSource : OutputKind.EvidenceLocator);
        }

        if (type.Name.Value == RecordTypes.PropertyType)
        {
            return new PartBinding(name == "name" ? OutputKind.PropertyName : OutputKind.PropertyValue);
        }

        if (_aggregates.Bind(type, field) is { } aggregate)
        {
            return aggregate;
        }

        var isNode = Directives.Has(type.Directives, "node");
        var record = _records.Find(type.Name.Value);
        var isEdge = DomainFile.Stem(type.Name.Value, "Edge") is not null;
        if (!isNode && record is null && !isEdge)
        {
            return new MemberBinding(IndexOf(type, field));
        }

        if (typeName == RecordTypes.PropertyType && record is not null)
        {
            return new PropertiesBinding();
        }

        if (typeName == EvidenceType)
        {
            return new EvidenceBinding(isNode ? Subject.Node : Subject.Relationship);
        }

        if (isNode && name == "id")
        {
            return new ValueBinding(OutputKind.Id, new ValueRef(Subject.Node, ValueKind.Id), []);
        }

        if (isEdge && name == "node")
        {
            return IsComputedEdge(type) ? new MemberBinding(0) : _records.Find(typeName) is null ? new NodeBinding(Subject.Node) : new RowRecordBinding();
        }

        if (isEdge && SearchPart(type, name) is { } part)
        {
            return new PartBinding(part);
        }

        if (isEdge && record is null)
        {
            return new MemberBinding(IndexOf(type, field));
        }

        return isNode ? BindNodeField(type, field, typeName) : BindRecordField(type, field, typeName, record!);
    }

    private static int IndexOf(ObjectTypeDefinitionNode type, FieldDefinitionNode field) => type.Fields.ToList().IndexOf(field);

    /// <summary>True when the connections over these edges are computed by code.</summary>
    private bool IsComputedEdge(ObjectTypeDefinitionNode edge)
    {
        var connection = DomainFile.Stem(edge.Name.Value, "Edge") + "Connection";
        return _domain.Objects.SelectMany(t => t.Fields.Where(f => DomainFile.NameOf(f.Type) == connection).Select(f => $"{t.Name.Value}.{f.Name.Value}")) is var fields
            && fields.All(f => _code.TryGetValue(f, out var code) && code.CursorKeys is not null);
    }

    /// <summary>What an edge says about how a search found its node; null for other edges and fields.</summary>
    private OutputKind? SearchPart(ObjectTypeDefinitionNode edge, string field)
    {
        var connection = DomainFile.Stem(edge.Name.Value, "Edge") + "Connection";
        var isSearch = _domain.Objects.Where(t => t.Name.Value == "Query").SelectMany(t => t.Fields).Any(f => DomainFile.NameOf(f.Type) == connection && IsSearch(f));
        return (isSearch, field) switch
        {
            (true, "score") => OutputKind.SearchScore,
            (true, "matched") => OutputKind.SearchMatched,
            _ => null,
        };
    }

    /// <summary>True for a root list that takes a text and whose rows are nodes of any table.</summary>
    private bool IsSearch(FieldDefinitionNode field) =>
        field.Arguments.Any(a => a.Name.Value == SearchBinding.TextArgument) && ConnectionRow(DomainFile.NameOf(field.Type)) is { } row && _model.Table(row) is null;

    private FieldBinding BindRoot(FieldDefinitionNode field, string typeName)
    {
        var arguments = field.Arguments.Select(a => a.Name.Value).ToList();
        if (IsSearch(field))
        {
            return new SearchBinding();
        }

        if (ConnectionRow(typeName) is { } row)
        {
            var table = _model.Table(row) ?? throw DomainException.At(field, $"Query.{field.Name.Value} is bound to nothing: no code has registered it.");
            return Connection(new TableSource(table, _model.KindsOf(row) is var kinds && kinds == TableKinds(table) ? ulong.MaxValue : kinds), row, DefaultOrder(table, Subject.Node), field);
        }

        if (arguments is ["ids"])
        {
            return new LookupBinding(RootAccess.Ids, _model.KindsOf(typeName), null, []);
        }

        if (arguments is ["id"])
        {
            return new LookupBinding(RootAccess.Id, _model.KindsOf(typeName), null, []);
        }

        var looked = _model.Table(typeName);
        if (looked is null || arguments is not ["id", _, ..] || arguments[1] != looked.Name!.Name)
        {
            throw DomainException.At(field, $"Query.{field.Name.Value} is bound to nothing: no code has registered it.");
        }

        // `year` narrows by the list `years`: any of them.
        var narrowing = field.Arguments.Skip(2).Select(a =>
        {
            var name = a.Name.Value;
            var property = (looked.Property(name + "s") ?? looked.Property(name)) is { Type: PropertyType.Int or PropertyType.IntList } number
                ? number
                : throw DomainException.At(a, $"{typeName} has no integer property \"{name}\" or \"{name}s\" to narrow a name by.");
            return new KeyValuePair<string, ValueRef>(name, new ValueRef(Subject.Node, ValueKind.Property, property));
        }).ToList();
        return new LookupBinding(RootAccess.IdOrName, _model.KindsOf(typeName), arguments[1], narrowing);
    }

    private ulong TableKinds(NodeTable table) => _model.Kinds.Where(k => k.Table == table).Aggregate(0UL, (bits, k) => bits | 1UL << k.Index);

    private FieldBinding BindNodeField(ObjectTypeDefinitionNode type, FieldDefinitionNode field, string typeName)
    {
        var table = _model.Table(type.Name.Value)!;
        if (Directives.Has(field.Directives, "property"))
        {
            return Value(Subject.Node, table.Property(field.Name.Value)!);
        }

        if (typeName == "NodeKind")
        {
            return new ValueBinding(OutputKind.KindName, new ValueRef(Subject.Node, ValueKind.Kind), [.. _model.Kinds.Select(k => k.Name)]);
        }

        if (Directives.Find(field.Directives, "relationship") is not { } directive)
        {
            throw Unbound(type, field);
        }

        if (_domain.Type(typeName) is EnumTypeDefinitionNode)
        {
            return new DistinctTypesBinding(AdjacencyOf(table, field, directive), _records.TypeNames(typeName));
        }

        if (ConnectionRow(typeName) is { } row)
        {
            var adjacency = AdjacencyOf(table, field, directive);
            return adjacency.Far is null && adjacency.Order.Any(t => t.Kind == ValueKind.Rank)
                ? throw DomainException.At(field, $"{row} stands for nodes of several tables, which have no order in common to page by.")
                : Connection(new AdjacencySource(adjacency), row, Expand(adjacency), field);
        }

        if (_records.Find(typeName) is not null)
        {
            return new RecordsBinding(AdjacencyOf(table, field, directive));
        }

        return DomainFile.IsList(field.Type) ? new NodesBinding(AdjacencyOf(table, field, directive)) : new FirstNodeBinding(AdjacencyOf(table, field, directive));
    }

    private FieldBinding BindRecordField(ObjectTypeDefinitionNode type, FieldDefinitionNode field, string typeName, RecordType record)
    {
        if (_domain.Type(typeName) is FieldsTypeDefinitionNode)
        {
            return new NodeBinding(RecordTypes.SubjectOf(field));
        }

        if (Directives.Has(field.Directives, "property"))
        {
            return Value(Subject.Relationship, (record.Types.Count > 0 ? record : EdgeRecord(type)).Property(field.Name.Value));
        }

        return _domain.Type(typeName) is EnumTypeDefinitionNode && record.Types.Count > 0
            ? new ValueBinding(OutputKind.TypeName, new ValueRef(Subject.Relationship, ValueKind.Type), _records.TypeNames(typeName))
            : throw Unbound(type, field);
    }

    internal static DomainException Unbound(ObjectTypeDefinitionNode type, FieldDefinitionNode field) =>
        DomainException.At(field, $"{type.Name.Value}.{field.Name.Value} is bound to nothing: give it a directive, or register code for it.");

    /// <summary>Edges have the properties of the relationships that their connections walk.</summary>
    private RecordType EdgeRecord(ObjectTypeDefinitionNode edge)
    {
        var connection = DomainFile.Stem(edge.Name.Value, "Edge") + "Connection";
        var types = _domain.Objects.SelectMany(t => t.Fields)
            .Where(f => DomainFile.NameOf(f.Type) == connection)
            .Select(f => Directives.Find(f.Directives, "relationship"))
            .SelectMany(d => d is null ? [] : Directives.Texts(d, "type") ?? [])
            .Select(t => _model.Type(t, edge))
            .ToList();
        if (types.Find(t => !t.IsMerged) is { } several)
        {
            throw DomainException.At(edge, $"{edge.Name.Value} shows properties of {several.Name}, of which several may join the same nodes: merge them, or page over a record.");
        }

        return new RecordType(edge, types);
    }

    private static ValueBinding Value(Subject subject, Property property) => new(property.Type switch
    {
        PropertyType.Int => OutputKind.Int,
        PropertyType.Enum => OutputKind.Enum,
        PropertyType.TextList => OutputKind.TextList,
        PropertyType.IntList => OutputKind.IntList,
        _ => OutputKind.Text,
    }, new ValueRef(subject, ValueKind.Property, property), property.EnumValues);

    /// <summary>The type of a connection's rows; null when the type is no connection.</summary>
    internal string? ConnectionRow(string typeName)
    {
        if (DomainFile.Stem(typeName, "Connection") is not { } stem || _domain.Type(stem + "Edge") is not ObjectTypeDefinitionNode edge)
        {
            return null;
        }

        return DomainFile.NameOf(edge.Fields.First(f => f.Name.Value == "node").Type);
    }

    /// <summary>The list that a field walks.</summary>
    /// <param name="near">The table of the nodes whose list it is.</param>
    /// <param name="field">The field.</param>
    /// <param name="directive">What it says of the relationships.</param>
    /// <param name="row">What the relationships lead to; null: what the field's type says.</param>
    internal Adjacency AdjacencyOf(NodeTable near, FieldDefinitionNode field, DirectiveNode directive, string? row = null)
    {
        var typeName = DomainFile.NameOf(field.Type);
        var rowName = row ?? ConnectionRow(typeName) ?? typeName;
        var direction = Directives.Text(directive, "direction") switch { "IN" => Direction.In, "OUT" => Direction.Out, _ => Direction.Both };
        if (_records.Find(Directives.Text(directive, "record") ?? rowName) is { } record)
        {
            if (record.Types.Count == 0)
            {
                throw DomainException.At(directive, $"{record.Node.Name.Value} is a record of no relationships: there is nothing to follow.");
            }

            if (record.IsOfAllTypes)
            {
                // What is around any node is one list: by the ends alone, whatever the node is.
                return _adjacencies.Get(record.Types, direction, near: null, far: null, record.Order);
            }

            var alsoBy = record.Reference is { } reference && reference.References == near.Label ? reference.Name : null;
            var far = record.Node.Fields.Select(f => (Field: f, Table: _model.Table(DomainFile.NameOf(f.Type)))).Where(f => f.Table is not null && f.Table != near && f.Field.Type is NonNullTypeNode).Select(f => f.Table).FirstOrDefault();
            return _adjacencies.Get(record.Types, direction, near, far, record.Order, alsoBy);
        }

        var types = (Directives.Texts(directive, "type") ?? throw DomainException.At(field, $"{field.Name.Value} needs @relationship(type:).")).Select(t => _model.Type(t, directive)).ToList();
        var farTable = _model.Table(rowName);
        var order = Directives.Texts(directive, "order") is { } paths
            ? paths.Select(p => Term(types[0], farTable, p, directive)).ToArray()
            : [new OrderTerm(Subject.Node, ValueKind.Rank)];

        // Several relationships may lead to one node, unless they are of one type whose parallels are merged.
        return _adjacencies.Get(types, direction, near, farTable, order, isDistinct: types.Count > 1 || !types[0].IsMerged);
    }

    private static OrderTerm Term(RelationshipType type, NodeTable? far, string path, DirectiveNode at)
    {
        if (path == "node.id")
        {
            return new OrderTerm(Subject.Node, ValueKind.Id);
        }

        var (subject, property) = path.StartsWith("node.", StringComparison.Ordinal) ? (Subject.Node, far?.Property(path[5..])) : (Subject.Relationship, type.Property(path));
        return property is not (null or { Type: PropertyType.TextList or PropertyType.IntList })
            ? new OrderTerm(subject, ValueKind.Property, property)
            : throw DomainException.At(at, $"There is no single property \"{path}\" to order by.");
    }

    /// <summary>An adjacency's order with ranks spelled out.</summary>
    private static OrderTerm[] Expand(Adjacency adjacency) =>
        [.. adjacency.Order.SelectMany(t => t.Kind == ValueKind.Rank ? DefaultOrder(adjacency.Far!, t.Subject) : [t])];

    private static OrderTerm[] DefaultOrder(NodeTable table, Subject subject) =>
        [.. table.DefaultOrder.Select(p => new OrderTerm(subject, ValueKind.Property, p)), new OrderTerm(subject, ValueKind.Id)];

    private ConnectionBinding Connection(ConnectionSource source, string row, OrderTerm[] order, FieldDefinitionNode field)
    {
        // A field that lists its own arguments is served with these alone.
        var hasInputs = field.Arguments.Count == 0;
        var record = _records.Find(row);
        if (record is not null && !record.IsPageable)
        {
            throw DomainException.At(record.Node, $"{row} is paged over: its types must be merged, and its order have all of its ties, which tell any two rows apart.");
        }

        var ties = record?.Ties ?? [new OrderTerm(Subject.Node, ValueKind.Id)];
        return new ConnectionBinding(source, order, ties, hasInputs ? _inputs.Filter(row) : null, hasInputs ? _inputs.Sort(row) : null)
        {
            TypesArgument = field.Arguments.FirstOrDefault(a => DomainFile.NameOf(a.Type) == "RelationshipKind")?.Name.Value,
        };
    }

    /// <summary>The type of what is counted over the lists of some edges; null when nothing is.</summary>
    internal string? AggregatesOf(ObjectTypeDefinitionNode edge) =>
        IsComputedEdge(edge) ? null : _aggregates.Of(DomainFile.NameOf(edge.Fields.First(f => f.Name.Value == "node").Type));

    private void BindPaging()
    {
        foreach (var edge in _domain.Objects.Where(o => DomainFile.Stem(o.Name.Value, "Edge") is not null))
        {
            var connection = DomainFile.Stem(edge.Name.Value, "Edge") + "Connection";
            _bindings.Add((edge.Name.Value, "cursor"), new PartBinding(OutputKind.Cursor));
            _bindings.Add((connection, "edges"), new PartBinding(OutputKind.ConnectionEdges));
            _bindings.Add((connection, "nodes"), new PartBinding(OutputKind.ConnectionNodes));
            _bindings.Add((connection, "pageInfo"), new PartBinding(OutputKind.PageInfo));
            _bindings.Add((connection, "totalCount"), new PartBinding(OutputKind.TotalCount));
            if (AggregatesOf(edge) is not null)
            {
                _bindings.Add((connection, "aggregates"), new PartBinding(OutputKind.Aggregates));
            }
        }

        _bindings.Add(("PageInfo", "hasNextPage"), new PartBinding(OutputKind.HasNextPage));
        _bindings.Add(("PageInfo", "hasPreviousPage"), new PartBinding(OutputKind.HasPreviousPage));
        _bindings.Add(("PageInfo", "startCursor"), new PartBinding(OutputKind.StartCursor));
        _bindings.Add(("PageInfo", "endCursor"), new PartBinding(OutputKind.EndCursor));
    }
}
