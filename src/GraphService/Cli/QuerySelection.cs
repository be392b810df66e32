using System.Text;
using System.Text.Json;
using GraphService.GraphQL;
using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Cli;

/// <summary>The nodes that the answer to a query holds: it is asked with the id of every node that it goes through.</summary>
internal static class QuerySelection
{
    private const string Node = "Node";

    /// <summary>A name that no query has by chance.</summary>
    private const string Alias = "exportedId_b3c1";

    /// <summary>The ids of the nodes, each once.</summary>
    /// <exception cref="BadInputException">The query is refused, or a part of it cannot be answered.</exception>
    public static async Task<IReadOnlySet<string>> IdsAsync(GraphSession session, string query, CancellationToken cancel)
    {
        var answer = await AskAsync(session, query, cancel);
        if (answer.Errors.Count > 0)
        {
            var messages = string.Join('\n', answer.Errors.Select(Answer.MessageOf));
            throw answer.ExitCode == ExitCode.Failure ? new FailureException(messages, null) : new BadInputException(messages);
        }

        var ids = new HashSet<string>();
        Collect(answer.Response, ids);
        return ids;
    }

    /// <summary>The query with the id in every selection set on a node.</summary>
    /// <exception cref="GraphQLException">It cannot be parsed.</exception>
    public static string WithIds(string query, Schema schema)
    {
        var document = Parser.ParseDocument(new SourceText(query));
        var sets = new SortedSet<int>();
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case OperationDefinitionNode operation when schema.RootType(operation.Operation) is { } root:
                    Find(operation.SelectionSet, root, schema, sets);
                    break;
                case FragmentDefinitionNode fragment when schema.Type(fragment.TypeCondition.Name.Value) is { } type:
                    Find(fragment.SelectionSet, type, schema, sets);
                    break;
                default:
                    break;
            }
        }

        var text = new StringBuilder(query);
        foreach (var set in sets.Reverse())
        {
            // Behind the opening brace.
            text.Insert(set + 1, $" {Alias}: id ");
        }

        return text.ToString();
    }

    private static async Task<Answer> AskAsync(GraphSession session, string query, CancellationToken cancel)
    {
        try
        {
            return await session.AskAsync(WithIds(query, session.Service.Domain.Schema), [], cancel);
        }
        catch (GraphQLException refused)
        {
            throw new BadInputException(refused.Error.Message);
        }
    }

    // What the parser took is not too deep to follow.
    private static void Find(SelectionSetNode set, NamedType type, Schema schema, SortedSet<int> sets)
    {
        if (IsNode(type))
        {
            sets.Add(set.Start);
        }

        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode { SelectionSet: { } inner } field when (type as FieldsType)?.Field(field.Name.Value) is { } definition:
                    Find(inner, definition.Type.Named, schema, sets);
                    break;
                case InlineFragmentNode fragment:
                    Find(fragment.SelectionSet, fragment.TypeCondition is { } condition ? schema.Type(condition.Name.Value) ?? type : type, schema, sets);
                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsNode(NamedType type) => type is FieldsType fields && (type.Name == Node || fields.Interfaces.Any(i => i.Name == Node));

    private static void Collect(JsonElement value, HashSet<string> ids)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    if (member.NameEquals(Alias) && member.Value.ValueKind == JsonValueKind.String)
                    {
                        ids.Add(member.Value.GetString()!);
                    }
                    else
                    {
                        Collect(member.Value, ids);
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Collect(item, ids);
                }

                break;
            default:
                break;
        }
    }
}
