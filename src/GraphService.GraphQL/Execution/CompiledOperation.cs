using System.Text;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Execution;

/// <summary>An operation whose selection sets were collected once; what only variables tell are conditions and arguments.</summary>
public sealed class CompiledOperation
{
    public required OperationDefinitionNode Definition { get; init; }

    public required ObjectType RootType { get; init; }

    public required CompiledSelectionSet Selections { get; init; }

    /// <summary>Every distinct inclusion condition of the operation; a field's condition is a place in this list.</summary>
    public required IReadOnlyList<IncludeCondition> Conditions { get; init; }

    /// <summary>The variables that they are about, each where it is first used: a null given to one of them is an error.</summary>
    public required IReadOnlyList<VariableNode> ConditionVariables { get; init; }
}

/// <summary>What is selected on a composite type, for each object type that it can be.</summary>
public sealed class CompiledSelectionSet
{
    /// <summary>By object type, in the schema's order of possible types.</summary>
    public required IReadOnlyList<KeyValuePair<ObjectType, IReadOnlyList<CompiledField>>> ByType { get; init; }

    public IReadOnlyList<CompiledField> For(ObjectType type)
    {
        foreach (var (candidate, fields) in ByType)
        {
            if (candidate == type)
            {
                return fields;
            }
        }

        return [];
    }
}

/// <summary>
/// One field of the response: all selections of one response name on one object type, merged. A name whose place depends on variables stands in
/// several places, under conditions of which at most one holds.
/// </summary>
public sealed class CompiledField
{
    public required string ResponseName { get; init; }

    /// <summary><c>,"name":</c>; the comma is left out where the field is the first of its object.</summary>
    public required byte[] Key { get; init; }

    public required ObjectType ParentType { get; init; }

    /// <summary>Also for <c>__typename</c>, <c>__schema</c> and <c>__type</c>.</summary>
    public required FieldDefinition Definition { get; init; }

    /// <summary>The first of the merged selections: its arguments are those of all.</summary>
    public required FieldNode Node { get; init; }

    /// <summary>All merged selections: where errors point.</summary>
    public required IReadOnlyList<FieldNode> Nodes { get; init; }

    /// <summary>Place of its condition in <see cref="CompiledOperation.Conditions"/>; -1: always there.</summary>
    public required int Condition { get; init; }

    /// <summary>Null for leaves.</summary>
    public CompiledSelectionSet? Selections { get; init; }

    internal static byte[] KeyOf(string responseName) => Encoding.UTF8.GetBytes($",\"{responseName}\":");
}

/// <summary>
/// When a field is there: any of the alternatives holds, each of which is a conjunction of <c>@skip</c> and <c>@include</c> variables.
/// </summary>
public sealed record IncludeCondition(IReadOnlyList<IReadOnlyList<IncludeTerm>> Alternatives)
{
    /// <summary>None of these may hold: the field then stands in an earlier place.</summary>
    public IReadOnlyList<IReadOnlyList<IncludeTerm>> Unless { get; init; } = [];

    /// <summary>Evaluates it over the coerced variables.</summary>
    public bool Holds(Func<string, bool> variable) => AnyHolds(Alternatives, variable) && !AnyHolds(Unless, variable);

    private static bool AnyHolds(IReadOnlyList<IReadOnlyList<IncludeTerm>> alternatives, Func<string, bool> variable)
    {
        foreach (var alternative in alternatives)
        {
            var all = true;
            foreach (var term in alternative)
            {
                all &= variable(term.Variable) == term.Wanted;
            }

            if (all)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A variable and the value that it must have.</summary>
public readonly record struct IncludeTerm(string Variable, bool Wanted);
