using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Validation;

/// <summary>Holds an executable document against a schema (spec, Validation) and against the limits of the service.</summary>
public static class DocumentValidator
{
    /// <summary>Finds what is wrong with a document.</summary>
    /// <returns>Nothing when the document may be executed; else errors that say what to mend, at most one more than <see cref="ValidationOptions.MaxErrors"/>.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null)
    {
        var context = new ValidationContext(schema, document, options ?? ValidationOptions.Default);
        Run(context, SpecifiedRules.All);
        return context.Errors;
    }

    internal static void Run(ValidationContext context, IReadOnlyList<Func<ValidationContext, ValidationRule>> factories)
    {
        var rules = new ValidationRule[factories.Count];
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i] = factories[i](context);
        }

        // Everything else relies on what the rules find here: no cycles, and few enough fragments to look into.
        foreach (var rule in rules)
        {
            rule.EnterDocument(context.Document);
        }

        if (context.Errors.Count > 0)
        {
            return;
        }

        new DocumentWalker(context, rules).Walk(context.Document);
        foreach (var rule in rules)
        {
            if (context.IsAborted)
            {
                return;
            }

            rule.LeaveDocument(context.Document);
        }
    }
}
