using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Schema;

/// <summary>
/// Filter and sort inputs after HotChocolate's conventions. A type that some field pages over with <c>where</c> is filtered by everything it has;
/// a type met only inside such a filter by its own scalars (a record's also by its ends).
/// </summary>
internal sealed class InputTypes(DomainFile domain, ModelBuilder model, RecordTypes records, DomainBinder binder)
{
    private readonly Dictionary<string, FilterInput> _filters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortInput> _sorts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);

    /// <summary>All filters by the name of the filtered type.</summary>
    public IReadOnlyDictionary<string, FilterInput> Filters => _filters;

    public IReadOnlyDictionary<string, SortInput> Sorts => _sorts;

    /// <summary>The filter over a type that a field pages over.</summary>
    public FilterInput Filter(string typeName)
    {
        _whole.Add(typeName);
        return Get(typeName);
    }

    public SortInput Sort(string typeName)
    {
        if (_sorts.TryGetValue(typeName, out var sort))
        {
            return sort;
        }

        sort = new SortInput(typeName + "SortInput");
        _sorts.Add(typeName, sort);
        foreach (var field in domain.Fields(typeName, domain.Document).Fields)
        {
            AddTerm(sort, typeName, field);
        }

        return sort;
    }

    /// <summary>Fills the filters; types that a field pages over are all known by now.</summary>
    public void Complete()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (_filters.Keys.FirstOrDefault(k => !done.Contains(k)) is { } typeName)
        {
            done.Add(typeName);
            foreach (var field in CompleteFields(typeName))
            {
                if (FilterOf(typeName, field) is { } filter)
                {
                    _filters[typeName].Fields.Add(field.Name.Value, filter);
                }
            }
        }
    }

    // Film's fields are Work's and its own.
    private IReadOnlyList<FieldDefinitionNode> CompleteFields(string typeName) => domain.Fields(typeName, domain.Document).Fields;

    private FilterInput Get(string typeName)
    {
        if (!_filters.TryGetValue(typeName, out var filter))
        {
            filter = new FilterInput(typeName + "FilterInput");
            _filters.Add(typeName, filter);
        }

        return filter;
    }

    private void AddTerm(SortInput sort, string typeName, FieldDefinitionNode field)
    {
        var name = field.Name.Value;
        if (DomainFile.IsList(field.Type) || field.Arguments.Count > 0)
        {
            return;
        }

        var target = DomainFile.NameOf(field.Type);
        if (records.Find(typeName) is { } record)
        {
            if (model.Table(target) is not null)
            {
                if (field.Type is NonNullTypeNode)
                {
                    sort.Nested.Add(name, (Sort(target), RecordTypes.SubjectOf(field)));
                }
            }
            else if (domain.Type(target) is not FieldsTypeDefinitionNode)
            {
                sort.Terms.Add(name, records.Term(record, name));
            }
        }
        else if (name == "id")
        {
            sort.Terms.Add(name, new OrderTerm(Subject.Node, ValueKind.Id));
        }
        else if (target == "NodeKind")
        {
            sort.Terms.Add(name, new OrderTerm(Subject.Node, ValueKind.Kind));
        }
        else if (Directives.Has(field.Directives, "property"))
        {
            sort.Terms.Add(name, new OrderTerm(Subject.Node, ValueKind.Property, model.Table(typeName)!.Property(name)));
        }
    }

    private FilterField? FilterOf(string typeName, FieldDefinitionNode field)
    {
        var name = field.Name.Value;
        var target = DomainFile.NameOf(field.Type);
        if (records.Find(typeName) is { } record)
        {
            return RecordFilter(record, field, target);
        }

        if (name == "id")
        {
            return new FilterField(FilterFieldKind.Text, new ValueRef(Subject.Node, ValueKind.Id));
        }

        if (target == "NodeKind")
        {
            return new FilterField(FilterFieldKind.Place, new ValueRef(Subject.Node, ValueKind.Kind)) { Names = [.. model.Kinds.Select(k => k.Name)], EnumName = target };
        }

        var table = model.Table(typeName) ?? model.Table(domain.PossibleTypes(typeName).First().Name.Value)!;
        if (Directives.Has(field.Directives, "property") || (model.Table(typeName) is null && table.Property(name) is not null))
        {
            return PropertyFilter(new ValueRef(Subject.Node, ValueKind.Property, table.Property(name)), field);
        }

        if (!_whole.Contains(typeName) || Directives.Find(field.Directives, "relationship") is not { } directive || field.Arguments.Count > 0)
        {
            return null;
        }

        var adjacency = binder.AdjacencyOf(table, field, directive);
        if (domain.Type(target) is EnumTypeDefinitionNode)
        {
            return new FilterField(FilterFieldKind.TypeItems) { Adjacency = adjacency, Names = records.TypeNames(target), EnumName = target };
        }

        var row = binder.ConnectionRow(target) ?? target;
        return DomainFile.IsList(field.Type) || row != target ? new FilterField(FilterFieldKind.Steps) { Adjacency = adjacency, Nested = Get(row) } : null;
    }

    private FilterField? RecordFilter(RecordType record, FieldDefinitionNode field, string target)
    {
        if (domain.Type(target) is EnumTypeDefinitionNode && !Directives.Has(field.Directives, "property"))
        {
            return new FilterField(FilterFieldKind.Place, new ValueRef(Subject.Relationship, ValueKind.Type)) { Names = records.TypeNames(target), EnumName = target };
        }

        if (domain.Type(target) is FieldsTypeDefinitionNode)
        {
            // An end that may be missing is no part of the filter.
            return field.Type is NonNullTypeNode && target != "Evidence" && !DomainFile.IsList(field.Type)
                ? new FilterField(FilterFieldKind.Node, new ValueRef(RecordTypes.SubjectOf(field), ValueKind.Id)) { Nested = Get(target) }
                : null;
        }

        return PropertyFilter(new ValueRef(Subject.Relationship, ValueKind.Property, record.Property(field.Name.Value)), field);
    }

    private static FilterField PropertyFilter(ValueRef value, FieldDefinitionNode field)
    {
        if (value.Property is { Type: PropertyType.Text or PropertyType.TextList, IsFolded: false })
        {
            throw DomainException.At(field, $"Filters search {field.Name.Value}: give it @fold.");
        }

        return new FilterField(KindOf(value.Property!), value) { Names = value.Property!.EnumValues, EnumName = DomainFile.NameOf(field.Type) };
    }

    private static FilterFieldKind KindOf(Property property) => property.Type switch
    {
        PropertyType.Int => FilterFieldKind.Int,
        PropertyType.Enum => FilterFieldKind.Place,
        PropertyType.TextList => FilterFieldKind.TextItems,
        PropertyType.IntList => FilterFieldKind.IntItems,
        _ => FilterFieldKind.Text,
    };
}
