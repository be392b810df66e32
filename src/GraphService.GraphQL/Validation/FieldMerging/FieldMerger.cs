using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Validation.FieldMerging;

/// <summary>
/// Spec, Field Selection Merging, without comparing pairs. "Same name and arguments" and "same shape" are equivalences,
/// so each field of a group is compared with the first one, and what the group selects is merged into one set and
/// checked once. Merged sets that hold the same selection sets are checked once, wherever they come up.
/// </summary>
/// <remarks>After S. Adameit's algorithm for Sangria, which graphql-java uses too.</remarks>
internal sealed class FieldMerger(ValidationContext context, IReadOnlyDictionary<FragmentDefinitionNode, FieldSet> fragments)
{
    private readonly Queue<(List<Occurrence> Fields, bool ShapeOnly)> _pending = [];
    private readonly HashSet<(string Key, bool ShapeOnly)> _seen = [];
    private readonly HashSet<MergeField> _reported = [];

    /// <summary>Fields and fragments looked at: proportional to the document unless it is made to be hostile.</summary>
    public int Work { get; private set; }

    /// <summary>FieldsInSetCanMerge() of the selection set of an operation or fragment, and of all sets below it.</summary>
    public void Check(FieldSet set)
    {
        Merge([(set, null)], shapeOnly: false);
        while (CanGoOn && _pending.TryDequeue(out var merged))
        {
            var groups = new Dictionary<string, List<Occurrence>>(StringComparer.Ordinal);
            foreach (var occurrence in merged.Fields)
            {
                var name = occurrence.Field.Node.ResponseName;
                if (!groups.TryGetValue(name, out var group))
                {
                    groups.Add(name, group = []);
                }

                group.Add(occurrence);
            }

            foreach (var group in groups.Values)
            {
                if (CanGoOn)
                {
                    CheckGroup(group, merged.ShapeOnly);
                }
            }
        }
    }

    private bool CanGoOn => !context.IsAborted && Work <= context.Options.MaxFieldMerges;

    private bool Spend(int steps)
    {
        var limit = context.Options.MaxFieldMerges;
        var before = Work;
        Work += steps;
        if (before <= limit && Work > limit)
        {
            context.ReportLimit("FIELD_MERGES", limit, $"Looking for fields in conflict takes more than {limit} steps. Use fewer fragments and fewer fields of the same name.");
        }

        return CanGoOn;
    }

    private void CheckGroup(List<Occurrence> group, bool shapeOnly)
    {
        var alternatives = shapeOnly ? [] : Alternatives(group);
        var agree = true;
        foreach (var alternative in alternatives)
        {
            agree &= HaveSameNameAndArguments(alternative);
        }

        // Below a conflict there is nothing to find but its consequences.
        if (!agree || !HaveSameShape(group))
        {
            return;
        }

        foreach (var alternative in alternatives)
        {
            MergeSelections(alternative, shapeOnly: false);
        }

        if (alternatives.Count != 1)
        {
            MergeSelections(group, shapeOnly: true);
        }
    }

    /// <summary>
    /// Fields that can be met on one object: those of one object type, with those of interfaces and unions. Fields of
    /// different object types are never met together and need to agree in shape only.
    /// </summary>
    private List<List<Occurrence>> Alternatives(List<Occurrence> group)
    {
        var objectTypes = group.Count == 1 ? [] : group.Select(o => o.Field.ParentType).OfType<ObjectType>().Distinct().ToList();
        if (objectTypes.Count <= 1)
        {
            return [group];
        }

        var alternatives = new List<List<Occurrence>>();
        foreach (var type in objectTypes)
        {
            if (!Spend(group.Count))
            {
                break;
            }

            alternatives.Add(group.FindAll(o => o.Field.ParentType == type || o.Field.ParentType is not ObjectType));
        }

        return alternatives;
    }

    private bool HaveSameNameAndArguments(List<Occurrence> fields)
    {
        var first = fields[0];
        var agree = true;
        foreach (var other in fields.Skip(1))
        {
            var (a, b) = (first.Field.Node.Name.Value, other.Field.Node.Name.Value);
            if (a != b)
            {
                ReportConflict(first, other, $"\"{a}\" and \"{b}\" are different fields");
                agree = false;
            }
            else if (first.Field.Arguments != other.Field.Arguments)
            {
                ReportConflict(first, other, "they have differing arguments");
                agree = false;
            }
        }

        return agree;
    }

    private bool HaveSameShape(List<Occurrence> fields)
    {
        var first = fields.Find(o => o.Field.Type is not null);
        var agree = true;
        foreach (var other in fields)
        {
            if (other.Field.Type is { } type && first?.Field.Type is { } firstType && !SameShape(firstType, type))
            {
                ReportConflict(first, other, $"they return conflicting types \"{firstType}\" and \"{type}\"");
                agree = false;
            }
        }

        return agree;
    }

    // Spec, SameResponseShape(), for one field without its selection
    private static bool SameShape(GraphQLType a, GraphQLType b)
    {
        while (true)
        {
            switch (a, b)
            {
                case (NonNullType x, NonNullType y):
                    (a, b) = (x.OfType, y.OfType);
                    break;
                case (ListType x, ListType y):
                    (a, b) = (x.OfType, y.OfType);
                    break;
                default:
                    return a == b || (a.IsCompositeType && b.IsCompositeType);
            }
        }
    }

    private void MergeSelections(List<Occurrence> fields, bool shapeOnly)
    {
        var sources = new List<(FieldSet, Occurrence?)>();
        foreach (var occurrence in fields)
        {
            if (occurrence.Field.Selections is { } selections)
            {
                sources.Add((selections, occurrence));
            }
        }

        if (sources.Count > 0)
        {
            Merge(sources, shapeOnly);
        }
    }

    /// <summary>Puts the fields of selection sets and of the fragments in them, each fragment once, into one set to be checked.</summary>
    private void Merge(List<(FieldSet Set, Occurrence? Parent)> sources, bool shapeOnly)
    {
        var visited = new HashSet<FieldSet>(sources.Select(source => source.Set));
        for (var i = 0; i < sources.Count; i++)
        {
            foreach (var fragment in sources[i].Set.Spreads)
            {
                if (visited.Add(fragments[fragment]))
                {
                    sources.Add((fragments[fragment], sources[i].Parent));
                }
            }
        }

        var key = string.Join(' ', sources.Where(source => source.Set.Fields.Count > 0).Select(source => source.Set.Id).Order());
        if (!Spend(sources.Count) || !_seen.Add((key, shapeOnly)) || (shapeOnly && _seen.Contains((key, false))))
        {
            return;
        }

        var fields = new List<Occurrence>();
        foreach (var (set, parent) in sources)
        {
            foreach (var field in set.Fields)
            {
                fields.Add(new Occurrence(field, parent));
            }
        }

        if (Spend(fields.Count))
        {
            _pending.Enqueue((fields, shapeOnly));
        }
    }

    private void ReportConflict(Occurrence first, Occurrence other, string reason)
    {
        if (!_reported.Add(other.Field))
        {
            return;
        }

        var (firstNodes, otherNodes) = (new List<SyntaxNode>(), new List<SyntaxNode>());
        var name = other.Field.Node.ResponseName;
        var (a, b) = (first, other);
        while (true)
        {
            firstNodes.Insert(0, a.Field.Node);
            otherNodes.Insert(0, b.Field.Node);
            if (a.Parent == b.Parent)
            {
                break;
            }

            (a, b) = (a.Parent!, b.Parent!);
            reason = $"subfields \"{name}\" conflict because {reason}";
            name = b.Field.Node.ResponseName;
        }

        context.Report($"Fields \"{name}\" conflict because {reason}. Use different aliases on the fields to fetch both if this was intentional.", [.. firstNodes, .. otherNodes]);
    }
}
