using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>No fragment contains itself, directly or through others.</summary>
/// <remarks>Spec, Validation: "Fragment Spreads Must Not Form Cycles".</remarks>
internal sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule(context)
{
    private const int MaxNames = 10;

    public override void EnterDocument(DocumentNode document)
    {
        foreach (var cycle in Context.Fragments.Cycles)
        {
            var via = cycle.SkipLast(1).Select(spread => $"\"{spread.Name.Value}\"").ToList();
            var names = string.Join(", ", via.Take(MaxNames));
            var path = via.Count switch
            {
                0 => "",
                <= MaxNames => $" via {names}",
                _ => $" via {names} and {via.Count - MaxNames} more",
            };
            Context.Report($"Cannot spread fragment \"{cycle[^1].Name.Value}\" within itself{path}.", [.. cycle]);
        }
    }
}
