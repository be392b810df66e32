using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Rules;

/// <summary>A request holds operations and fragments only.</summary>
/// <remarks>Spec, Validation: "Executable Definitions".</remarks>
internal sealed class ExecutableDefinitionsRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDocument(DocumentNode document)
    {
        foreach (var definition in document.Definitions.OfType<TypeSystemDefinitionNode>())
        {
            var name = definition switch
            {
                TypeDefinitionNode type => $"\"{type.Name.Value}\"",
                DirectiveDefinitionNode directive => $"\"@{directive.Name.Value}\"",
                _ => "schema",
            };
            Context.Report($"The {name} definition is not executable. Send operations and fragments only.", definition);
        }
    }
}
