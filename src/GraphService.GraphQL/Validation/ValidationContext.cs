using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Validation;

/// <summary>What rules share: the schema, the fragments, where the walk stands, and the errors so far.</summary>
internal sealed class ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
{
    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<ExecutableDefinitionNode, List<VariableUsage>> _usages = [];

    public Schema Schema { get; } = schema;

    public DocumentNode Document { get; } = document;

    public ValidationOptions Options { get; } = options;

    public FragmentGraph Fragments { get; } = new(document, options);

    /// <summary>The composite type that the selection at hand is made on; null when it is unknown.</summary>
    public NamedType? ParentType { get; set; }

    /// <summary>The definition of the field at hand; null when it is unknown.</summary>
    public FieldDefinition? Field { get; set; }

    /// <summary>The definition of the directive at hand; null outside of directives and when it is unknown.</summary>
    public DirectiveDefinition? Directive { get; set; }

    /// <summary>Spec, Directives: the name of the location of the directives at hand, such as <c>FIELD</c>.</summary>
    public string DirectiveLocation { get; set; } = "";

    /// <summary>What is expected of the value at hand.</summary>
    public InputPosition Input { get; set; }

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>True once further errors are no longer wanted: rules may stop.</summary>
    public bool IsAborted { get; private set; }

    /// <summary>Reports an error of the specification.</summary>
    public void Report(string message, params ReadOnlySpan<SyntaxNode> nodes) =>
        Add(new GraphQLError(message, ErrorCodes.ValidationFailed), nodes);

    /// <summary>Reports a bound that was met.</summary>
    public void ReportLimit(string name, int value, string message, params ReadOnlySpan<SyntaxNode> nodes) =>
        Add(GraphQLErrors.Limit(name, value, message), nodes);

    /// <summary>Notes where the definition uses a variable.</summary>
    public void AddUsage(ExecutableDefinitionNode definition, VariableUsage usage)
    {
        if (!_usages.TryGetValue(definition, out var usages))
        {
            _usages[definition] = usages = [];
        }

        usages.Add(usage);
    }

    /// <summary>The variables that an operation uses, itself and in fragments, each fragment once. Complete after the walk.</summary>
    public IEnumerable<VariableUsage> RecursiveUsages(OperationDefinitionNode operation) =>
        Fragments.ReachableFrom(operation).Prepend<ExecutableDefinitionNode>(operation).SelectMany(d => _usages.GetValueOrDefault(d, []));

    /// <summary>The type that a type reference means; null when there is no such type.</summary>
    public GraphQLType? TypeOf(TypeNode node) => node switch
    {
        ListTypeNode list => TypeOf(list.OfType) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => TypeOf(nonNull.OfType) is { } inner ? new NonNullType(inner) : null,
        _ => Schema.Type(NamedTypeOf(node).Name.Value),
    };

    public static NamedTypeNode NamedTypeOf(TypeNode node) => node switch
    {
        ListTypeNode list => NamedTypeOf(list.OfType),
        NonNullTypeNode nonNull => NamedTypeOf(nonNull.OfType),
        _ => (NamedTypeNode)node,
    };

    /// <summary>An operation as errors call it.</summary>
    public static string Show(OperationDefinitionNode operation) =>
        operation.Name is { } name ? $"Operation \"{name.Value}\"" : "The anonymous operation";

    private void Add(GraphQLError error, ReadOnlySpan<SyntaxNode> nodes)
    {
        if (IsAborted)
        {
            return;
        }

        if (_errors.Count >= Options.MaxErrors)
        {
            _errors.Add(new GraphQLError("Too many validation errors, error limit reached. Validation aborted.", ErrorCodes.ValidationFailed));
            IsAborted = true;
            return;
        }

        // Finding a line costs a walk over the text, so the number of locations is bounded.
        var locations = new List<Language.SourceLocation>();
        foreach (var node in nodes)
        {
            if (locations.Count < Options.MaxLocations && node.Location is { } location)
            {
                locations.Add(location);
            }
        }

        _errors.Add(error with { Locations = locations });
    }
}
