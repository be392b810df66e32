using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.Validation.FieldMerging;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Fields that answer under one name are the same field, or can never be met together and have the same shape.</summary>
/// <remarks>Spec, Validation: "Field Selection Merging". The walk collects the selection sets, <see cref="FieldMerger"/> compares them.</remarks>
internal sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context) : ValidationRule(context)
{
    private readonly List<(ExecutableDefinitionNode Definition, FieldSet Set)> _roots = [];
    private readonly Stack<FieldSet> _open = new();
    private int _sets;

    /// <summary>What <see cref="FieldMerger.Work"/> came to.</summary>
    public int Work { get; private set; }

    public override void EnterOperation(OperationDefinitionNode operation) => OpenRoot(operation);

    public override void EnterFragment(FragmentDefinitionNode fragment) => OpenRoot(fragment);

    public override void EnterField(FieldNode field)
    {
        var selections = field.SelectionSet is null ? null : new FieldSet(_sets++);
        _open.Peek().Fields.Add(new MergeField(field, Context.ParentType, Context.Field?.Type, selections));
        if (selections is not null)
        {
            _open.Push(selections);
        }
    }

    public override void LeaveField(FieldNode field)
    {
        if (field.SelectionSet is not null)
        {
            _open.Pop();
        }
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (Context.Fragments.Find(spread.Name.Value) is { } fragment)
        {
            _open.Peek().Spreads.Add(fragment);
        }
    }

    public override void LeaveDocument(DocumentNode document)
    {
        var fragments = new Dictionary<FragmentDefinitionNode, FieldSet>();
        foreach (var (definition, set) in _roots)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                fragments.Add(fragment, set);
            }
        }

        // A fragment that an operation reaches is checked there, merged with what surrounds it.
        var merger = new FieldMerger(Context, fragments);
        foreach (var (definition, set) in _roots)
        {
            if (definition is not FragmentDefinitionNode fragment || !Context.Fragments.IsUsed(fragment))
            {
                merger.Check(set);
            }
        }

        Work = merger.Work;
    }

    private void OpenRoot(ExecutableDefinitionNode definition)
    {
        var set = new FieldSet(_sets++);
        _roots.Add((definition, set));
        _open.Clear();
        _open.Push(set);
    }
}
