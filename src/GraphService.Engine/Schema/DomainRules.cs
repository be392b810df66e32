using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;

namespace GraphService.Engine.Schema;

/// <summary>What every domain file must keep to: directives that are known and used as declared, and types that exist. The rest is found while binding.</summary>
internal static class DomainRules
{
    private static readonly string[] BuiltInScalars = ["Int", "Float", "String", "Boolean", "ID"];

    private static readonly DocumentNode Declared = Parser.ParseDocument(new SourceText(Directives.Definitions), ParserOptions.Schema);

    /// <exception cref="DomainException">The first fault.</exception>
    public static void Check(DomainFile file)
    {
        foreach (var definition in file.Document.Definitions)
        {
            if (definition is not TypeDefinitionNode { IsExtension: false } type)
            {
                throw DomainException.At(definition, "A domain file declares types only.");
            }

            CheckDirectives(type.Directives, LocationOf(type));
            switch (type)
            {
                case FieldsTypeDefinitionNode fields:
                    CheckFields(file, fields);
                    break;
                case EnumTypeDefinitionNode e:
                    CheckMembers(e.Values, "ENUM_VALUE");
                    break;
            }
        }
    }

    private static void CheckFields(DomainFile file, FieldsTypeDefinitionNode type)
    {
        CheckMembers(type.Fields, "FIELD_DEFINITION");
        foreach (var implemented in type.Interfaces)
        {
            if (file.Type(implemented.Name.Value) is not InterfaceTypeDefinitionNode)
            {
                throw DomainException.At(implemented, $"There is no interface type \"{implemented.Name.Value}\".");
            }
        }

        foreach (var field in type.Fields)
        {
            CheckType(file, field.Type);
            foreach (var argument in field.Arguments)
            {
                CheckType(file, argument.Type);
            }
        }

        if (DomainFile.Stem(type.Name.Value, "Edge") is not null && type.Fields.All(f => f.Name.Value != "node"))
        {
            throw DomainException.At(type, $"{type.Name.Value} needs a field \"node\": the row that it is about.");
        }
    }

    private static void CheckType(DomainFile file, TypeNode type)
    {
        var name = DomainFile.NameOf(type);
        if (file.Type(name) is null && !BuiltInScalars.Contains(name) && file.Type(DomainFile.Stem(name, "Connection") + "Edge") is not ObjectTypeDefinitionNode)
        {
            throw DomainException.At(type, DomainFile.Stem(name, "Connection") is { } stem
                ? $"There is no type \"{stem}Edge\", by which \"{name}\" would be made."
                : $"There is no type \"{name}\".");
        }
    }

    private static void CheckMembers(IEnumerable<MemberDefinitionNode> members, string location)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (!seen.Add(member.Name.Value))
            {
                throw DomainException.At(member, $"\"{member.Name.Value}\" is declared twice.");
            }

            CheckDirectives(member.Directives, location);
        }
    }

    private static void CheckDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            var definition = Declared.Definitions.OfType<DirectiveDefinitionNode>().FirstOrDefault(d => d.Name.Value == name)
                ?? throw DomainException.At(directive, $"There is no directive @{name}.");
            if (definition.Locations.All(l => l.Value != location))
            {
                throw DomainException.At(directive, $"@{name} is for {string.Join(" or ", definition.Locations.Select(l => l.Value))}, not for {location}.");
            }

            CheckArguments(directive, definition);
        }
    }

    private static void CheckArguments(DirectiveNode directive, DirectiveDefinitionNode definition)
    {
        foreach (var argument in directive.Arguments)
        {
            var declared = definition.Arguments.FirstOrDefault(a => a.Name.Value == argument.Name.Value)
                ?? throw DomainException.At(argument, $"@{definition.Name.Value} has no argument \"{argument.Name.Value}\".");
            if (!Fits(declared.Type, argument.Value))
            {
                throw DomainException.At(argument.Value, $"@{definition.Name.Value}({argument.Name.Value}:) takes {Printer.Print(declared.Type)}, not {Printer.Print(argument.Value)}.");
            }
        }

        foreach (var missing in definition.Arguments.Where(a => a.Type is NonNullTypeNode && directive.Arguments.All(given => given.Name.Value != a.Name.Value)))
        {
            throw DomainException.At(directive, $"@{definition.Name.Value} needs {missing.Name.Value}: {Printer.Print(missing.Type)}.");
        }
    }

    private static bool Fits(TypeNode type, ValueNode value) => type switch
    {
        NonNullTypeNode nonNull => Fits(nonNull.OfType, value),
        ListTypeNode list => value is ListValueNode items ? items.Items.All(i => Fits(list.OfType, i)) : Fits(list.OfType, value),
        NamedTypeNode { Name.Value: "String" } => value is StringValueNode,
        NamedTypeNode { Name.Value: "Int" } => Directives.TryNumber(value, out _),
        NamedTypeNode { Name.Value: "Boolean" } => value is BooleanValueNode,
        NamedTypeNode named => value is EnumValueNode name
            && Declared.Definitions.OfType<EnumTypeDefinitionNode>().Single(e => e.Name.Value == named.Name.Value).Values.Any(v => v.Name.Value == name.Value),
        _ => false,
    };

    private static string LocationOf(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode => "OBJECT",
        InterfaceTypeDefinitionNode => "INTERFACE",
        EnumTypeDefinitionNode => "ENUM",
        UnionTypeDefinitionNode => "UNION",
        InputObjectTypeDefinitionNode => "INPUT_OBJECT",
        _ => "SCALAR",
    };
}
