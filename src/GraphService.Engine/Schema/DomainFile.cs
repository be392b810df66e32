using GraphService.GraphQL;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Schema;

/// <summary>A parsed domain file: its types by name, and what their directives say.</summary>
internal sealed class DomainFile
{
    private readonly Dictionary<string, TypeDefinitionNode> _types = new(StringComparer.Ordinal);

    public DomainFile(SourceText source)
    {
        Document = Parse(source);
        foreach (var type in Document.Definitions.OfType<TypeDefinitionNode>())
        {
            if (!_types.TryAdd(type.Name.Value, type))
            {
                throw DomainException.At(type, $"\"{type.Name.Value}\" is declared twice.");
            }
        }

        DomainRules.Check(this);

        foreach (var type in Document.Definitions.OfType<InterfaceTypeDefinitionNode>().ToList())
        {
            _types[type.Name.Value] = new InterfaceTypeDefinitionNode
            {
                Name = type.Name,
                Description = type.Description,
                Directives = type.Directives,
                Interfaces = type.Interfaces,
                Fields = Complete(type),
                Source = type.Source,
                Start = type.Start,
                End = type.End,
            };
        }

        foreach (var type in Document.Definitions.OfType<ObjectTypeDefinitionNode>().ToList())
        {
            _types[type.Name.Value] = new ObjectTypeDefinitionNode
            {
                Name = type.Name,
                Description = type.Description,
                Directives = type.Directives,
                Interfaces = type.Interfaces,
                Fields = Complete(type),
                Source = type.Source,
                Start = type.Start,
                End = type.End,
            };
        }
    }

    /// <summary>
    /// The fields of a type with those that it need not repeat: before its own those of a node type that it implements, behind them what other interfaces
    /// say of the relationships of every node.
    /// </summary>
    private List<FieldDefinitionNode> Complete(FieldsTypeDefinitionNode type)
    {
        var implemented = type.Interfaces.Select(i => _types.GetValueOrDefault(i.Name.Value)).OfType<InterfaceTypeDefinitionNode>().ToLookup(i => Directives.Has(i.Directives, "node"));
        var fields = implemented[true].SelectMany(i => i.Fields)
            .Where(f => type.Fields.All(own => own.Name.Value != f.Name.Value))
            .Concat(type.Fields)
            .Concat(implemented[false].SelectMany(i => i.Fields).Where(f => Directives.Has(f.Directives, "relationship")));
        return [.. fields.DistinctBy(f => f.Name.Value)];
    }

    public DocumentNode Document { get; }

    private static DocumentNode Parse(SourceText source)
    {
        try
        {
            return Parser.ParseDocument(source, ParserOptions.Schema);
        }
        catch (GraphQLException refused)
        {
            throw DomainException.At(source.Name, refused.Error.Locations[0], refused.Error.Message);
        }
    }

    public TypeDefinitionNode? Type(string name) => _types.GetValueOrDefault(name);

    /// <summary>All types in the order of declaration.</summary>
    public IEnumerable<TypeDefinitionNode> Types => Document.Definitions.OfType<TypeDefinitionNode>().Select(t => _types[t.Name.Value]);

    public IEnumerable<ObjectTypeDefinitionNode> Objects => Types.OfType<ObjectTypeDefinitionNode>();

    public FieldsTypeDefinitionNode Fields(string name, SyntaxNode at) =>
        Type(name) as FieldsTypeDefinitionNode ?? throw DomainException.At(at, $"There is no object or interface type \"{name}\".");

    public EnumTypeDefinitionNode Enum(string name) =>
        Type(name) as EnumTypeDefinitionNode ?? throw DomainException.At(Document, $"The domain must declare the enum {name}.");

    /// <summary>The named type inside a reference.</summary>
    public static string NameOf(TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => NameOf(nonNull.OfType),
        ListTypeNode list => NameOf(list.OfType),
        _ => ((NamedTypeNode)type).Name.Value,
    };

    public static bool IsList(TypeNode type) => type is ListTypeNode || (type is NonNullTypeNode nonNull && IsList(nonNull.OfType));

    /// <summary>The object types that a type can be: itself, or what implements it.</summary>
    public IEnumerable<ObjectTypeDefinitionNode> PossibleTypes(string name) =>
        Objects.Where(o => o.Name.Value == name || o.Interfaces.Any(i => i.Name.Value == name));

    /// <summary>The type's name with the suffix taken off; null when it does not end so.</summary>
    public static string? Stem(string name, string suffix) => name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : null;

    /// <summary>True for a record of no relationships that is no edge: it only names properties, and is not served.</summary>
    public static bool IsPropertiesOnly(TypeDefinitionNode type) =>
        Directives.Find(type.Directives, "record") is { } record && Directives.Texts(record, "types") is { Count: 0 } && Stem(type.Name.Value, "Edge") is null;

    /// <summary>FILM for Film, PRODUCTION_DESIGNER for ProductionDesigner.</summary>
    public static string EnumName(string typeName) =>
        string.Concat(typeName.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));
}
