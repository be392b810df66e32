using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.TypeSystem.Building;

/// <summary>A type's definition and its extensions, in the order of the documents.</summary>
internal sealed record TypeDeclaration(TypeDefinitionNode Definition, List<TypeDefinitionNode> Extensions)
{
    public string Name => Definition.Name.Value;

    public IEnumerable<TypeDefinitionNode> Parts => Extensions.Prepend(Definition);

    public IReadOnlyList<DirectiveNode> Directives => [.. Parts.SelectMany(part => part.Directives)];
}

/// <summary>The definitions of the documents by name: each once, its extensions with it.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SchemaErrors _errors;

    public SchemaDefinitions(IEnumerable<DefinitionNode> definitions, SchemaErrors errors)
    {
        _errors = errors;
        var extensions = new List<TypeDefinitionNode>();
        foreach (var definition in definitions)
        {
            switch (definition)
            {
                case SchemaDefinitionNode schema:
                    AddSchema(schema);
                    break;
                case TypeDefinitionNode { IsExtension: true } extension:
                    extensions.Add(extension);
                    break;
                case TypeDefinitionNode type:
                    AddType(type);
                    break;
                case DirectiveDefinitionNode directive:
                    AddDirective(directive);
                    break;
                default:
                    errors.Add("A schema has type system definitions only: operations and fragments belong in requests.", definition);
                    break;
            }
        }

        foreach (var extension in extensions)
        {
            Extend(extension);
        }
    }

    public OrderedDictionary<string, TypeDeclaration> Types { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, DirectiveDefinitionNode> Directives { get; } = new(StringComparer.Ordinal);

    public SchemaDefinitionNode? Schema { get; private set; }

    public List<SchemaDefinitionNode> SchemaExtensions { get; } = [];

    public IEnumerable<SchemaDefinitionNode> SchemaParts => Schema is null ? SchemaExtensions : SchemaExtensions.Prepend(Schema);

    private void AddSchema(SchemaDefinitionNode schema)
    {
        if (schema.IsExtension)
        {
            SchemaExtensions.Add(schema);
        }
        else if (Schema is not null)
        {
            _errors.Add("Must provide only one schema definition.", schema, Schema);
        }
        else
        {
            Schema = schema;
        }
    }

    private void AddType(TypeDefinitionNode type)
    {
        var name = type.Name.Value;
        if (BuiltInScalars.Find(name) is not null || BuiltInDefinitions.IsIntrospectionType(name))
        {
            _errors.Add($"Type \"{name}\" is built in and cannot be defined again.", type.Name);
        }
        else if (!Types.TryAdd(name, new TypeDeclaration(type, [])))
        {
            _errors.Add($"There can be only one type named \"{name}\".", type.Name, Types[name].Definition.Name);
        }
    }

    private void AddDirective(DirectiveDefinitionNode directive)
    {
        // Spec, Directives: SDL may leave the built-in directives out, or repeat them.
        var name = directive.Name.Value;
        if (BuiltInDefinitions.Directives.All(builtIn => builtIn.Name.Value != name) && !Directives.TryAdd(name, directive))
        {
            _errors.Add($"There can be only one directive named \"@{name}\".", directive.Name, Directives[name].Name);
        }
    }

    // Spec, Type Extensions: the named type must already be defined and must be of the same kind.
    private void Extend(TypeDefinitionNode extension)
    {
        var name = extension.Name.Value;
        if (!Types.TryGetValue(name, out var declaration))
        {
            _errors.Add(
                BuiltInScalars.Find(name) is not null || BuiltInDefinitions.IsIntrospectionType(name)
                    ? $"Cannot extend type \"{name}\" because it is built in."
                    : $"Cannot extend type \"{name}\" because it is not defined.{Suggestions.DidYouMean(name, Types.Keys)}",
                extension.Name);
        }
        else if (declaration.Definition.GetType() != extension.GetType())
        {
            _errors.Add($"Cannot extend non-{Kind(extension)} type \"{name}\".", extension.Name, declaration.Definition.Name);
        }
        else
        {
            declaration.Extensions.Add(extension);
        }
    }

    private static string Kind(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input object",
    };
}
