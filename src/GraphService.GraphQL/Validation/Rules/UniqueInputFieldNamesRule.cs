using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>A field of an input object is given once.</summary>
/// <remarks>Spec, Validation: "Input Object Field Uniqueness".</remarks>
internal sealed class UniqueInputFieldNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterValue(ValueNode value)
    {
        if (value is not ObjectValueNode { Fields.Count: > 1 } node)
        {
            return;
        }

        var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var field in node.Fields)
        {
            if (!known.TryAdd(field.Name.Value, field.Name))
            {
                Context.Report($"There can be only one input field named \"{field.Name.Value}\".", known[field.Name.Value], field.Name);
            }
        }
    }
}
