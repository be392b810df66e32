using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem.Rules;

/// <summary>Spec, Validation, Directives, for those applied in SDL: known, in a place they are for, once, with arguments that fit.</summary>
internal sealed class AppliedDirectives
{
    private readonly SchemaDraft _draft;
    private readonly SchemaErrors _errors;

    private AppliedDirectives(SchemaDraft draft, SchemaErrors errors)
    {
        _draft = draft;
        _errors = errors;
    }

    public static void Check(SchemaDraft draft, SchemaErrors errors)
    {
        var rule = new AppliedDirectives(draft, errors);
        rule.Check([.. draft.Definitions.SchemaParts.SelectMany(part => part.Directives)], "SCHEMA");
        foreach (var type in draft.DeclaredTypes)
        {
            rule.CheckType(type);
        }

        foreach (var directive in draft.DeclaredDirectives)
        {
            rule.CheckMembers(directive.Arguments, "ARGUMENT_DEFINITION");
        }
    }

    private void CheckType(NamedType type)
    {
        switch (type)
        {
            case ScalarType:
                Check(type.Directives, "SCALAR");
                break;
            case FieldsType fields:
                Check(type.Directives, type is ObjectType ? "OBJECT" : "INTERFACE");
                CheckMembers(fields.Fields, "FIELD_DEFINITION");
                CheckMembers(fields.Fields.SelectMany(field => field.Arguments), "ARGUMENT_DEFINITION");
                break;
            case UnionType:
                Check(type.Directives, "UNION");
                break;
            case EnumType e:
                Check(type.Directives, "ENUM");
                CheckMembers(e.Values, "ENUM_VALUE");
                break;
            case InputObjectType input:
                Check(type.Directives, "INPUT_OBJECT");
                CheckMembers(input.Fields, "INPUT_FIELD_DEFINITION");
                break;
        }
    }

    private void CheckMembers(IEnumerable<Member> members, string location)
    {
        foreach (var member in members)
        {
            Check(member.Directives, location);
        }
    }

    private void Check(IReadOnlyList<DirectiveNode> applied, string location)
    {
        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var node in applied)
        {
            var name = node.Name.Value;
            if (!_draft.Directives.TryGetValue(name, out var directive))
            {
                _errors.Add($"Unknown directive \"@{name}\".{Suggestions.DidYouMean("@" + name, _draft.Directives.Keys.Select(known => "@" + known))}", node);
                continue;
            }

            if (!directive.Locations.Contains(location))
            {
                _errors.Add($"Directive \"@{name}\" may not be used on {location}.", node);
            }

            if (!directive.IsRepeatable && !seen.TryAdd(name, node))
            {
                _errors.Add($"The directive \"@{name}\" can only be used once at this location.", node, seen[name]);
            }

            CheckArguments(directive, node);
        }
    }

    private void CheckArguments(DirectiveDefinition directive, DirectiveNode node)
    {
        var given = new Dictionary<string, ArgumentNode>(StringComparer.Ordinal);
        foreach (var argument in node.Arguments)
        {
            var name = argument.Name.Value;
            if (!given.TryAdd(name, argument))
            {
                _errors.Add($"There can be only one argument named \"{name}\".", argument.Name, given[name].Name);
            }
            else if (directive.Argument(name) is { } definition)
            {
                CheckValue(directive, definition, argument);
            }
            else
            {
                _errors.Add(
                    $"Unknown argument \"{name}\" on directive \"@{directive.Name}\".{Suggestions.DidYouMean(name, directive.Arguments.Select(a => a.Name))}",
                    argument.Name);
            }
        }

        foreach (var missing in directive.Arguments.Where(argument => argument.IsRequired && !given.ContainsKey(argument.Name)))
        {
            _errors.Add($"Argument \"@{directive.Name}({missing.Name}:)\" of type \"{missing.Type}\" is required, but it was not provided.", node);
        }
    }

    private void CheckValue(DirectiveDefinition directive, InputValue definition, ArgumentNode argument)
    {
        if (!definition.Type.IsInputType)
        {
            return;
        }

        var coercer = new LiteralCoercer(null) { AddsDefaults = false };
        coercer.Coerce(argument.Value, definition.Type, new InputPath(null, definition.Name));
        foreach (var error in coercer.Errors)
        {
            _errors.Add($"Argument \"@{directive.Name}({definition.Name}:)\" has invalid value{error.At}: {error.Message}", error.Node);
        }
    }
}
