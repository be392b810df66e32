using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>Scalars and enums have no selection of fields, all other types have one.</summary>
/// <remarks>Spec, Validation: "Leaf Field Selections".</remarks>
internal sealed class ScalarLeafsRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.Field?.Type is not { } type)
        {
            return;
        }

        var name = field.Name.Value;
        if (type.Named.IsLeafType && field.SelectionSet is { } selections)
        {
            Context.Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selections);
        }
        else if (!type.Named.IsLeafType && field.SelectionSet is null or { Selections.Count: 0 })
        {
            Context.Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", field);
        }
    }
}
