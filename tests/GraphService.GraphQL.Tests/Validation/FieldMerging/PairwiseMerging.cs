using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Tests.Validation.FieldMerging;

/// <summary>Spec, Field Selection Merging, word for word: pairs of pairs of pairs. For small documents without cycles or unknown names.</summary>
internal sealed class PairwiseMerging(Schema schema, DocumentNode document)
{
    private sealed record Member(FieldNode Node, NamedType Parent, GraphQLType Type)
    {
        public List<(SelectionSetNode, NamedType)> Selections => Node.SelectionSet is null ? [] : [(Node.SelectionSet, Type.Named)];
    }

    public bool AllCanMerge() => document.Definitions.All(definition => definition switch
    {
        OperationDefinitionNode operation => FieldsCanMergeBelow(operation.SelectionSet, schema.RootType(operation.Operation)!),
        FragmentDefinitionNode fragment => FieldsCanMergeBelow(fragment.SelectionSet, schema.Type(fragment.TypeCondition.Name.Value)!),
        _ => true,
    });

    private bool FieldsCanMergeBelow(SelectionSetNode set, NamedType type) =>
        FieldsInSetCanMerge([(set, type)])
        && Members([(set, type)]).All(member => member.Node.SelectionSet is null || FieldsCanMergeBelow(member.Node.SelectionSet, member.Type.Named));

    private bool FieldsInSetCanMerge(List<(SelectionSetNode, NamedType)> sets) => Pairs(sets).All(pair =>
        SameResponseShape(pair.A, pair.B)
        && ((pair.A.Parent != pair.B.Parent && pair.A.Parent is ObjectType && pair.B.Parent is ObjectType)
            || (pair.A.Node.Name.Value == pair.B.Node.Name.Value
                && Arguments(pair.A.Node) == Arguments(pair.B.Node)
                && FieldsInSetCanMerge([.. pair.A.Selections, .. pair.B.Selections]))));

    private bool SameResponseShape(Member a, Member b)
    {
        if (a.Type.ToString().Replace(a.Type.Named.Name, "", StringComparison.Ordinal) != b.Type.ToString().Replace(b.Type.Named.Name, "", StringComparison.Ordinal))
        {
            return false;
        }

        if (a.Type.Named.IsLeafType || b.Type.Named.IsLeafType)
        {
            return a.Type.Named == b.Type.Named;
        }

        return Pairs([.. a.Selections, .. b.Selections]).All(pair => SameResponseShape(pair.A, pair.B));
    }

    private IEnumerable<(Member A, Member B)> Pairs(List<(SelectionSetNode, NamedType)> sets) => Members(sets)
        .GroupBy(member => member.Node.ResponseName)
        .Select(group => group.ToList())
        .SelectMany(group => group.SelectMany((a, i) => group.Skip(i + 1).Select(b => (a, b))));

    private List<Member> Members(List<(SelectionSetNode, NamedType)> sets)
    {
        var members = new List<Member>();
        var visited = new HashSet<string>();
        foreach (var (set, type) in sets)
        {
            Collect(set, type, members, visited);
        }

        return members;
    }

    private void Collect(SelectionSetNode set, NamedType type, List<Member> members, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    members.Add(new Member(field, type, ((FieldsType)type).Field(field.Name.Value)!.Type));
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.SelectionSet, schema.Type(inline.TypeCondition!.Name.Value)!, members, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    var fragment = document.Definitions.OfType<FragmentDefinitionNode>().Single(f => f.Name.Value == spread.Name.Value);
                    Collect(fragment.SelectionSet, schema.Type(fragment.TypeCondition.Name.Value)!, members, visited);
                    break;
            }
        }
    }

    private static string Arguments(FieldNode field) =>
        string.Join(", ", field.Arguments.Select(argument => argument.ToString()).Order(StringComparer.Ordinal));
}
