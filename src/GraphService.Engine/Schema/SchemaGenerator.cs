using System.Text;
using GraphService.Graph.Model;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Schema;

/// <summary>Writes the served schema: the domain's types without directives, and the connections and inputs that they ask for.</summary>
internal sealed class SchemaGenerator(DomainFile domain, DomainBinder binder)
{
    private static readonly string[] Comparisons = ["gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];
    private static readonly string[] TextComparisons = ["contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"];

    private const string Operations = "\"All that is given is to hold. Values compare exactly. eq: null is \\\"has none\\\", in: [] holds of nothing, and n* is the exact opposite, true where there is no value.\"\n";

    private readonly StringBuilder _generated = new();
    private readonly SortedSet<string> _operations = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _lists = new(StringComparer.Ordinal);

    /// <summary>The whole document.</summary>
    public DocumentNode Generate()
    {
        var definitions = new List<DefinitionNode>();
        foreach (var type in domain.Types)
        {
            if (!DomainFile.IsPropertiesOnly(type))
            {
                definitions.Add(Served(type));
            }
        }

        WriteConnections();
        WriteInputs();
        definitions.AddRange(Parser.ParseDocument(new SourceText(_generated.ToString(), "generated"), ParserOptions.Schema).Definitions);
        return new DocumentNode(definitions);
    }

    private TypeDefinitionNode Served(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode o => new ObjectTypeDefinitionNode { Name = o.Name, Description = o.Description, Interfaces = o.Interfaces, Fields = Fields(o) },
        InterfaceTypeDefinitionNode i => new InterfaceTypeDefinitionNode { Name = i.Name, Description = i.Description, Interfaces = i.Interfaces, Fields = Fields(i) },
        EnumTypeDefinitionNode e => new EnumTypeDefinitionNode
        {
            Name = e.Name,
            Description = e.Description,
            Values = [.. e.Values.Select(v => new EnumValueDefinitionNode { Name = v.Name, Description = v.Description })],
        },
        _ => type,
    };

    private IReadOnlyList<FieldDefinitionNode> Fields(FieldsTypeDefinitionNode type)
    {
        var fields = type.Fields.Select(f => new FieldDefinitionNode { Name = f.Name, Description = f.Description, Arguments = Arguments(type, f), Type = f.Type });
        return DomainFile.Stem(type.Name.Value, "Edge") is null ? [.. fields] : [Cursor, .. fields];
    }

    private static FieldDefinitionNode Cursor => new()
    {
        Name = new NameNode("cursor"),
        Description = new StringValueNode("A place in the list, for the paging arguments of the same field with the same arguments and order. It stays good when the graph changes."),
        Type = new NonNullTypeNode(new NamedTypeNode(new NameNode("String"))),
    };

    private IReadOnlyList<InputValueDefinitionNode> Arguments(FieldsTypeDefinitionNode type, FieldDefinitionNode field)
    {
        var owner = type is ObjectTypeDefinitionNode ? type.Name.Value : domain.PossibleTypes(type.Name.Value).First().Name.Value;
        return binder.Bindings.GetValueOrDefault((owner, field.Name.Value)) is ConnectionBinding { Filter: { } filter, Sort: { } sort }
            ? ListArguments.All(filter.Name, sort.Name)
            : ListArguments.Described(field.Arguments);
    }

    private void WriteConnections()
    {
        foreach (var edge in domain.Objects.Where(o => DomainFile.Stem(o.Name.Value, "Edge") is not null))
        {
            var name = DomainFile.Stem(edge.Name.Value, "Edge") + "Connection";
            var row = DomainFile.NameOf(edge.Fields.First(f => f.Name.Value == "node").Type);
            var aggregates = binder.AggregatesOf(edge) is { } type ? $"\n  \"What is counted over all rows of the list, all pages together.\"\n  aggregates: {type}!" : "";
            _generated.Append($$"""
                "A page of a list."
                type {{name}} {
                  "The rows, with what relates each to the list."
                  edges: [{{edge.Name.Value}}!]!
                  "The rows alone."
                  nodes: [{{row}}!]!
                  pageInfo: PageInfo!
                  "How many rows the whole list has, all pages together."
                  totalCount: Int!{{aggregates}}
                }

                """);
        }

        _generated.Append("""
            "Where a page stands in its list. Both flags are exact, over the whole filtered list, whichever way one pages."
            type PageInfo {
              hasNextPage: Boolean!
              hasPreviousPage: Boolean!
              "Null on an empty page."
              startCursor: String
              "Null on an empty page."
              endCursor: String
            }
            "The direction of an order. Texts are ordered by code point, enums by name; missing values are last in ASC, first in DESC."
            enum SortEnumType { ASC DESC }

            """);
    }

    private void WriteInputs()
    {
        foreach (var filter in binder.Inputs.Filters.Values)
        {
            var fields = filter.Fields.Select(f => $"  {f.Key}: {OperationType(f.Value)}");
            _generated.Append($"\"All that is given is to hold; what is absent or null puts no condition.\"\ninput {filter.Name} {{\n  and: [{filter.Name}!]\n  or: [{filter.Name}!]\n{string.Join('\n', fields)}\n}}\n");
        }

        foreach (var sort in binder.Inputs.Sorts.Values)
        {
            var fields = sort.Terms.Select(t => $"  {t.Key}: SortEnumType").Concat(sort.Nested.Select(n => $"  {n.Key}: {n.Value.Input.Name}"));
            _generated.Append($"\"What to order by: the fields as they are written.\"\ninput {sort.Name} {{\n{string.Join('\n', fields)}\n}}\n");
        }

        foreach (var list in _lists)
        {
            _generated.Append(list);
        }

        foreach (var operation in _operations)
        {
            _generated.Append(operation);
        }
    }

    /// <summary>The operations on a field, by name; their declaration is noted on the way.</summary>
    private string OperationType(FilterField field)
    {
        switch (field.Kind)
        {
            case FilterFieldKind.Text when field.Value.Kind == ValueKind.Id:
                return Equality("IdOperationFilterInput", "ID");
            case FilterFieldKind.Text when field.Value.Property!.Type == PropertyType.Date:
                return Comparable("DateOperationFilterInput", "Date");
            case FilterFieldKind.Text:
                return Text();
            case FilterFieldKind.Int:
                return Comparable("IntOperationFilterInput", "Int");
            case FilterFieldKind.Place:
                return Equality($"{field.EnumName}OperationFilterInput", field.EnumName!);
            case FilterFieldKind.TextItems:
                return List("ListStringOperationFilterInput", Text());
            case FilterFieldKind.IntItems:
                return List("ListIntOperationFilterInput", Comparable("IntOperationFilterInput", "Int"));
            case FilterFieldKind.TypeItems:
                return List($"List{field.EnumName}OperationFilterInput", Equality($"{field.EnumName}OperationFilterInput", field.EnumName!));
            case FilterFieldKind.Steps:
                return List($"ListFilterInputTypeOf{field.Nested!.Name}", field.Nested.Name);
            default:
                return field.Nested!.Name;
        }
    }

    private string Equality(string name, string scalar)
    {
        _operations.Add($"{Operations}input {name} {{\n  eq: {scalar}\n  neq: {scalar}\n  in: [{scalar}]\n  nin: [{scalar}]\n}}\n");
        return name;
    }

    private string Comparable(string name, string scalar)
    {
        var comparisons = string.Concat(Comparisons.Select(o => $"  {o}: {scalar}\n"));
        _operations.Add($"{Operations}input {name} {{\n  eq: {scalar}\n  neq: {scalar}\n  in: [{scalar}]\n  nin: [{scalar}]\n{comparisons}}}\n");
        return name;
    }

    private string Text()
    {
        const string name = "StringOperationFilterInput";
        var comparisons = string.Concat(TextComparisons.Select(o => $"  {o}: String\n"));
        _operations.Add($"{Operations}input {name} {{\n  and: [{name}!]\n  or: [{name}!]\n  eq: String\n  neq: String\n  in: [String]\n  nin: [String]\n{comparisons}  \"Folded (case, accents and punctuation do not count): every word of it begins a word of the value.\"\n  search: String\n}}\n");
        return name;
    }

    private string List(string name, string item)
    {
        _lists.Add($"input {name} {{\n  \"It holds of every item, or there is none.\"\n  all: {item}\n  \"It holds of no item.\"\n  none: {item}\n  \"It holds of one item at least.\"\n  some: {item}\n  \"Whether there is any item.\"\n  any: Boolean\n}}\n");
        return name;
    }
}
