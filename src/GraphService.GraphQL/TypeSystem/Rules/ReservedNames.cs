using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem.Rules;

/// <summary>Spec, Introspection, Reserved Names: two underscores begin the names of introspection alone.</summary>
internal static class ReservedNames
{
    public static void Check(SchemaDraft draft, SchemaErrors errors)
    {
        foreach (var name in draft.DeclaredTypes.SelectMany(Names).Concat(draft.DeclaredDirectives.SelectMany(Names)))
        {
            if (name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                errors.Add($"Name \"{name.Value}\" must not begin with \"__\", which is reserved by GraphQL introspection.", name);
            }
        }
    }

    private static IEnumerable<NameNode> Names(NamedType type) => type switch
    {
        FieldsType fields => [type.Node!, .. fields.Fields.SelectMany(field => Names(field.Arguments).Prepend(Name(field)))],
        EnumType e => [type.Node!, .. Names(e.Values)],
        InputObjectType input => [type.Node!, .. Names(input.Fields)],
        _ => [type.Node!],
    };

    private static IEnumerable<NameNode> Names(DirectiveDefinition directive) =>
        Names(directive.Arguments).Prepend(((DirectiveDefinitionNode)directive.Node!).Name);

    private static IEnumerable<NameNode> Names(IEnumerable<Member> members) => members.Select(Name);

    private static NameNode Name(Member member) => ((MemberDefinitionNode)member.Node!).Name;
}
