using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem.Building;

namespace GraphService.GraphQL.TypeSystem.Rules;

/// <summary>Spec, Schema, Root Operation Types: a query type there must be, and all are different object types.</summary>
internal static class RootTypes
{
    public static void Check(SchemaDraft draft, SchemaErrors errors)
    {
        if (draft.Definitions.SchemaParts.SelectMany(part => part.OperationTypes).Select(node => node.Operation)
            .Concat(draft.Roots.Select(root => root.Operation)).All(operation => operation != OperationType.Query))
        {
            errors.Add("Query root type must be provided.", draft.Definitions.Schema);
        }

        foreach (var root in draft.Roots.Where(root => root.Type is not ObjectType))
        {
            var optional = root.Operation == OperationType.Query ? "" : " if provided";
            errors.Add($"{root.Operation} root type must be Object type{optional}, it cannot be {root.Type}.", root.Node);
        }

        foreach (var shared in draft.Roots.GroupBy(root => root.Type).Where(group => group.Count() > 1))
        {
            var operations = shared.Select(root => Keyword(root.Operation)).ToList();
            var list = operations.Count == 2
                ? $"{operations[0]} and {operations[1]}"
                : $"{operations[0]}, {operations[1]}, and {operations[2]}";
            errors.Add($"All root types must be different, \"{shared.Key}\" type is used as {list} root types.", [.. shared.Select(root => root.Node)]);
        }
    }

    public static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
