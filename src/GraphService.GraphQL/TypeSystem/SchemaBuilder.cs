using GraphService.GraphQL.Language;
using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem.Building;
using GraphService.GraphQL.TypeSystem.Rules;

namespace GraphService.GraphQL.TypeSystem;

/// <summary>Makes a <see cref="Schema"/> of SDL documents: collect, make, check.</summary>
public static class SchemaBuilder
{
    private static readonly Dictionary<string, ScalarCoercion> NoScalars = [];

    /// <summary>Builds a schema from one text.</summary>
    /// <param name="source">SDL; its name appears in errors.</param>
    /// <param name="scalars">How custom scalars read values, by name. One that is not there accepts any string or number.</param>
    /// <exception cref="SchemaException">With everything that is wrong.</exception>
    public static Schema Build(SourceText source, IReadOnlyDictionary<string, ScalarCoercion>? scalars = null) => Build([source], scalars);

    /// <summary>Builds a schema from several texts, whose definitions may refer to and extend each other.</summary>
    /// <inheritdoc cref="Build(SourceText, IReadOnlyDictionary{string, ScalarCoercion})"/>
    public static Schema Build(IEnumerable<SourceText> sources, IReadOnlyDictionary<string, ScalarCoercion>? scalars = null)
    {
        var errors = new SchemaErrors();
        var definitions = new List<DefinitionNode>();
        foreach (var source in sources)
        {
            try
            {
                definitions.AddRange(Parser.ParseDocument(source, ParserOptions.Schema).Definitions);
            }
            catch (GraphQLException e)
            {
                errors.Add(e.Error, source.Name);
            }
        }

        errors.ThrowIfAny();
        return Build(new DocumentNode(definitions), scalars);
    }

    /// <summary>Builds a schema from a parsed document, which may hold the definitions of several texts.</summary>
    /// <inheritdoc cref="Build(SourceText, IReadOnlyDictionary{string, ScalarCoercion})"/>
    public static Schema Build(DocumentNode document, IReadOnlyDictionary<string, ScalarCoercion>? scalars = null)
    {
        var errors = new SchemaErrors();
        var definitions = new SchemaDefinitions(document.Definitions, errors);
        var draft = TypeFactory.Make(definitions, scalars ?? NoScalars, errors);
        SchemaRules.Check(draft, errors);
        errors.ThrowIfAny();
        return draft.ToSchema();
    }
}
