using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem.Rules;

namespace GraphService.GraphQL.TypeSystem.Building;

/// <summary>
/// Makes types from definitions. Reports what cannot be made at all: names that mean nothing, or appear twice.
/// Whether the result is valid is left to the rules.
/// </summary>
internal sealed class TypeFactory
{
    private readonly SchemaDraft _draft;
    private readonly SchemaErrors _errors;
    private readonly TypeReferences _references;
    private readonly MemberFactory _members;

    private TypeFactory(SchemaDraft draft, SchemaErrors errors)
    {
        _draft = draft;
        _errors = errors;
        _references = new TypeReferences(draft.Types, errors);
        _members = new MemberFactory(_references, errors);
    }

    public static SchemaDraft Make(SchemaDefinitions definitions, IReadOnlyDictionary<string, ScalarCoercion> scalars, SchemaErrors errors)
    {
        var draft = new SchemaDraft(definitions);
        var factory = new TypeFactory(draft, errors);
        var introspection = BuiltInDefinitions.IntrospectionTypes.Select(type => new TypeDeclaration(type, [])).ToList();
        foreach (var declaration in definitions.Types.Values)
        {
            draft.Types.Add(declaration.Name, Declare(declaration, scalars, isBuiltIn: false));
        }

        var introspectionTypes = introspection.ConvertAll(declaration => Declare(declaration, scalars, isBuiltIn: true));
        introspectionTypes.ForEach(factory._references.AddBuiltIn);
        foreach (var declaration in definitions.Types.Values)
        {
            factory.Fill(draft.Types[declaration.Name], declaration);
        }

        for (var i = 0; i < introspection.Count; i++)
        {
            factory.Fill(introspectionTypes[i], introspection[i]);
        }

        factory.MakeDirectives();
        factory.FindRoots();

        // Spec, Scalars: a built-in scalar that nothing refers to is not part of the schema.
        foreach (var type in BuiltInScalars.All.Where(factory._references.IsUsed).Concat(introspectionTypes))
        {
            draft.Types.Add(type.Name, type);
        }

        return draft;
    }

    private static NamedType Declare(TypeDeclaration declaration, IReadOnlyDictionary<string, ScalarCoercion> scalars, bool isBuiltIn)
    {
        var (name, node) = (declaration.Name, declaration.Definition.Name);
        var (description, directives) = (declaration.Definition.Description?.Value, declaration.Directives);
        switch (declaration.Definition)
        {
            case ScalarTypeDefinitionNode:
                var coercion = scalars.GetValueOrDefault(name) ?? ScalarCoercion.Any(name);
                return new ScalarType(name)
                {
                    Description = description,
                    Directives = directives,
                    Node = node,
                    SpecifiedBy = MemberFactory.StringArgument(directives, "specifiedBy", "url"),
                    ParseLiteral = coercion.ParseLiteral,
                    ParseJson = coercion.ParseJson,
                };
            case ObjectTypeDefinitionNode:
                return new ObjectType(name) { Description = description, Directives = directives, Node = node, IsBuiltIn = isBuiltIn };
            case InterfaceTypeDefinitionNode:
                return new InterfaceType(name) { Description = description, Directives = directives, Node = node };
            case UnionTypeDefinitionNode:
                return new UnionType(name) { Description = description, Directives = directives, Node = node };
            case EnumTypeDefinitionNode:
                return new EnumType(name) { Description = description, Directives = directives, Node = node, IsBuiltIn = isBuiltIn };
            default:
                var isOneOf = directives.Any(directive => directive.Name.Value == "oneOf");
                return new InputObjectType(name) { Description = description, Directives = directives, Node = node, IsOneOf = isOneOf };
        }
    }

    private void Fill(NamedType type, TypeDeclaration declaration)
    {
        switch (type)
        {
            case FieldsType fields:
                var parts = declaration.Parts.Cast<FieldsTypeDefinitionNode>().ToList();
                fields.Fields = _members.Fields(type.Name, parts.SelectMany(part => part.Fields));
                fields.Interfaces = Interfaces(type, parts.SelectMany(part => part.Interfaces));
                AddByName(fields.Fields, fields.FieldsByName);
                break;
            case UnionType union:
                union.Types = Members(union, declaration.Parts.SelectMany(part => ((UnionTypeDefinitionNode)part).Types));
                break;
            case EnumType e:
                e.Values = _members.EnumValues(type.Name, declaration.Parts.SelectMany(part => ((EnumTypeDefinitionNode)part).Values));
                AddByName(e.Values, e.ValuesByName);
                break;
            case InputObjectType input:
                input.Fields = _members.InputFields(type.Name, declaration.Parts.SelectMany(part => ((InputObjectTypeDefinitionNode)part).Fields));
                AddByName(input.Fields, input.FieldsByName);
                break;
        }
    }

    private static void AddByName<T>(IReadOnlyList<T> members, Dictionary<string, T> byName)
        where T : Member
    {
        foreach (var member in members)
        {
            byName.Add(member.Name, member);
        }
    }

    private List<InterfaceType> Interfaces(NamedType type, IEnumerable<NamedTypeNode> nodes)
    {
        var interfaces = new List<InterfaceType>();
        foreach (var node in nodes)
        {
            switch (_references.Find(node))
            {
                case InterfaceType i when i == type:
                    _errors.Add($"Type {type} cannot implement itself because it would create a circular reference.", node);
                    break;
                case InterfaceType i when interfaces.Contains(i):
                    _errors.Add($"Type {type} can only implement {i} once.", node);
                    break;
                case InterfaceType i:
                    interfaces.Add(i);
                    break;
                case { } other when !_references.IsUnknown(other):
                    _errors.Add($"Type {type} must only implement Interface types, it cannot implement {other}.", node);
                    break;
            }
        }

        return interfaces;
    }

    private List<ObjectType> Members(UnionType union, IEnumerable<NamedTypeNode> nodes)
    {
        var members = new List<ObjectType>();
        foreach (var node in nodes)
        {
            switch (_references.Find(node))
            {
                case ObjectType member when members.Contains(member):
                    _errors.Add($"Union type {union} can only include type {member} once.", node);
                    break;
                case ObjectType member:
                    members.Add(member);
                    break;
                case { } other when !_references.IsUnknown(other):
                    _errors.Add($"Union type {union} can only include Object types, it cannot include {other}.", node);
                    break;
            }
        }

        return members;
    }

    private void MakeDirectives()
    {
        foreach (var node in _draft.Definitions.Directives.Values.Concat(BuiltInDefinitions.Directives))
        {
            _draft.Directives.Add(node.Name.Value, new DirectiveDefinition(node.Name.Value)
            {
                Description = node.Description?.Value,
                Arguments = _members.Arguments("@" + node.Name.Value, node.Arguments),
                Locations = [.. node.Locations.Select(location => location.Value)],
                IsRepeatable = node.Repeatable,
                IsBuiltIn = BuiltInDefinitions.Directives.Contains(node),
                Node = node,
            });
        }
    }

    // Spec, Schema, Root Operation Types and Default Root Operation Type Names
    private void FindRoots()
    {
        if (_draft.Definitions.Schema is null)
        {
            foreach (var operation in Enum.GetValues<OperationType>())
            {
                if (_draft.Types.TryGetValue(operation.ToString(), out var type))
                {
                    _draft.Roots.Add(new RootType(operation, type, type.Node));
                }
            }
        }

        foreach (var node in _draft.Definitions.SchemaParts.SelectMany(part => part.OperationTypes))
        {
            if (_draft.Roots.Find(root => root.Operation == node.Operation) is { } other)
            {
                _errors.Add($"There can be only one {RootTypes.Keyword(node.Operation)} type in schema.", node, other.Node);
            }
            else if (_references.Find(node.Type) is var type && !_references.IsUnknown(type))
            {
                _draft.Roots.Add(new RootType(node.Operation, type, node.Type));
            }
        }
    }
}
