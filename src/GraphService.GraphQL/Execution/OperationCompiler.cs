using GraphService.GraphQL.Language.Ast;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.GraphQL.Execution;

/// <summary>Compiles a valid operation: CollectFields() once for all requests, per object type, with conditions left open.</summary>
public sealed class OperationCompiler
{
    // Many selections may merge into few fields: a tower of fragments under conditions doubles them at every level.
    private const int StepsPerField = 10;

    private readonly Schema _schema;
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = new(StringComparer.Ordinal);
    private readonly List<IncludeCondition> _conditions = [];
    private readonly Dictionary<string, int> _conditionPlaces = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, VariableNode> _conditionVariables = new(StringComparer.Ordinal);
    private readonly int _maxFields;
    private readonly long _maxSteps;
    private int _fields;
    private long _steps;

    private OperationCompiler(Schema schema, DocumentNode document, int maxFields)
    {
        _schema = schema;
        _maxFields = maxFields;
        _maxSteps = (long)maxFields * StepsPerField;
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                _fragments[fragment.Name.Value] = fragment;
            }
        }
    }

    /// <summary>Spec, GetOperation(). An empty name is as none.</summary>
    /// <exception cref="GraphQLException">There is no such operation, or several and no name.</exception>
    public static OperationDefinitionNode GetOperation(DocumentNode document, string? operationName)
    {
        operationName = operationName is "" ? null : operationName;
        OperationDefinitionNode? found = null;
        var operations = 0;
        var names = new List<string>();
        foreach (var definition in document.Definitions)
        {
            if (definition is not OperationDefinitionNode operation)
            {
                continue;
            }

            operations++;
            if (operation.Name is { } name)
            {
                names.Add(name.Value);
            }

            if (operationName is null || operation.Name?.Value == operationName)
            {
                found ??= operation;
            }
        }

        var error = (operationName, operations, found) switch
        {
            (_, 0, _) => "The document has no operation: write a query such as { __typename }.",
            (null, > 1, _) => $"The document has {operations} operations: say which one to run in operationName{(names.Count == 0 ? "" : $" ({string.Join(", ", names)})")}.",
            (not null, _, null) => $"The document has no operation named \"{operationName}\".{Suggestions.DidYouMean(operationName, names)}",
            _ => null,
        };
        return error is null ? found! : throw new GraphQLException(new GraphQLError(error, ErrorCodes.OperationResolutionFailure));
    }

    /// <summary>Compiles one operation of a valid document.</summary>
    /// <param name="schema">The schema that the document was validated against.</param>
    /// <param name="document">The document.</param>
    /// <param name="operation">One of its operations.</param>
    /// <param name="maxFields">How many fields, after merging and per object type, the compiled operation may have.</param>
    /// <exception cref="GraphQLException">It has more than <paramref name="maxFields"/> (LIMIT_FIELDS).</exception>
    public static CompiledOperation Compile(Schema schema, DocumentNode document, OperationDefinitionNode operation, int maxFields = 20_000)
    {
        var compiler = new OperationCompiler(schema, document, maxFields);
        var root = schema.RootType(operation.Operation)!;
        return new CompiledOperation
        {
            Definition = operation,
            RootType = root,
            Selections = compiler.CompileSelectionSet([(operation.SelectionSet, [])], root),
            Conditions = compiler._conditions,
            ConditionVariables = [.. compiler._conditionVariables.Values],
        };
    }

    private CompiledSelectionSet CompileSelectionSet(List<(SelectionSetNode Set, List<IncludeTerm> Terms)> sets, NamedType type)
    {
        var byType = new List<KeyValuePair<ObjectType, IReadOnlyList<CompiledField>>>();
        foreach (var objectType in _schema.PossibleTypes(type))
        {
            var groups = new OrderedGroups();
            foreach (var (set, terms) in sets)
            {
                CollectFields(objectType, set, terms, groups);
            }

            byType.Add(new(objectType, CompileFields(objectType, groups)));
        }

        return new CompiledSelectionSet { ByType = byType };
    }

    // Spec, Field Collection: CollectFields(). What @skip and @include say of variables is kept as terms.
    private void CollectFields(ObjectType objectType, SelectionSetNode set, List<IncludeTerm> terms, OrderedGroups groups)
    {
        foreach (var selection in set.Selections)
        {
            Spend(1 + terms.Count);
            if (Inclusion(selection, terms) is not { } own)
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    Spend(groups.Selections(field.ResponseName) * own.Count);
                    groups.Add(field, own);
                    break;
                case FragmentSpreadNode spread:
                    // A second spread under the same or a stronger condition adds nothing.
                    var fragment = _fragments[spread.Name.Value];
                    Spend(groups.Visits(spread.Name.Value) * (1 + own.Count));
                    if (groups.Visit(spread.Name.Value, own) && Applies(fragment.TypeCondition, objectType))
                    {
                        CollectFields(objectType, fragment.SelectionSet, own, groups);
                    }

                    break;
                case InlineFragmentNode inline:
                    if (inline.TypeCondition is null || Applies(inline.TypeCondition, objectType))
                    {
                        CollectFields(objectType, inline.SelectionSet, own, groups);
                    }

                    break;
            }
        }
    }

    // Spec, DoesFragmentTypeApply()
    private bool Applies(NamedTypeNode condition, ObjectType objectType) =>
        _schema.Type(condition.Name.Value) is { } type && _schema.IsSubType(objectType, type);

    /// <summary>The terms under which a selection is there; null when it never is.</summary>
    private List<IncludeTerm>? Inclusion(SelectionNode selection, List<IncludeTerm> terms)
    {
        var own = terms;
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value is not ("skip" or "include"))
            {
                continue;
            }

            var wanted = directive.Name.Value == "include";
            switch (directive.Arguments[0].Value)
            {
                case BooleanValueNode constant when constant.Value != wanted:
                    return null;
                case VariableNode variable:
                    _conditionVariables.TryAdd(variable.Name.Value, variable);
                    var term = new IncludeTerm(variable.Name.Value, wanted);
                    if (own.Contains(term with { Wanted = !wanted }))
                    {
                        return null;
                    }

                    own = own.Contains(term) ? own : [.. own, term];
                    break;
            }
        }

        return own;
    }

    private List<CompiledField> CompileFields(ObjectType objectType, OrderedGroups groups)
    {
        var fields = new List<CompiledField>();
        foreach (var (responseName, place) in groups.InOrder)
        {
            if (++_fields > _maxFields)
            {
                throw TooManyFields();
            }

            // Those of earlier places are not there when the field stands in this one.
            var all = groups.Of(responseName);
            var selections = place == 0 ? all : all.FindAll(s => s.Place >= place);
            Spend(place == 0 ? 0 : all.Count);
            var node = selections[0].Field;
            var definition = IntrospectionFields.Find(_schema, objectType, node.Name.Value) ?? objectType.Field(node.Name.Value)!;
            var nested = new List<(SelectionSetNode, List<IncludeTerm>)>();
            foreach (var (field, terms, _) in selections)
            {
                if (field.SelectionSet is not null)
                {
                    nested.Add((field.SelectionSet, selections.Count == 1 ? [] : terms));
                }
            }

            fields.Add(new CompiledField
            {
                ResponseName = responseName,
                Key = CompiledField.KeyOf(responseName),
                ParentType = objectType,
                Definition = definition,
                Node = node,
                Nodes = [.. selections.Select(s => s.Field).Distinct()],
                Condition = Condition(all, place),
                Selections = nested.Count == 0 ? null : CompileSelectionSet(nested, definition.Type.Named),
            });
        }

        return fields;
    }

    private void Spend(int steps)
    {
        if ((_steps += steps) > _maxSteps)
        {
            throw TooManyFields();
        }
    }

    private GraphQLException TooManyFields() => new(GraphQLErrors.Limit("FIELDS", _maxFields, $"The operation selects more than {_maxFields} fields once its fragments are expanded: ask for less, or in several requests."));

    private int Condition(List<Selection> selections, int place)
    {
        var alternatives = Terms(selections.Where(s => s.Place == place));
        var unless = Terms(selections.Where(s => s.Place < place));
        if (alternatives.Find(terms => terms.Count == 0) is { } always)
        {
            if (unless.Count == 0)
            {
                return -1;
            }

            alternatives = [always];
        }

        var key = $"{string.Join('|', alternatives.Select(KeyOf))}\\{string.Join('|', unless.Select(KeyOf))}";
        if (!_conditionPlaces.TryGetValue(key, out var found))
        {
            found = _conditions.Count;
            _conditionPlaces.Add(key, found);
            _conditions.Add(new IncludeCondition(alternatives) { Unless = unless });
        }

        return found;

        static List<List<IncludeTerm>> Terms(IEnumerable<Selection> selections) => [.. selections.Select(s => s.Terms).DistinctBy(KeyOf)];

        static string KeyOf(List<IncludeTerm> terms) => string.Join('&', terms.Select(t => t.Wanted ? t.Variable : "!" + t.Variable));
    }

    /// <summary>A selection of a field, the terms under which it is there, and which of the places of its response name it opened or fell into.</summary>
    private readonly record struct Selection(FieldNode Field, List<IncludeTerm> Terms, int Place);

    /// <summary>
    /// Selections by response name, in the order of the document. A field stands where the first of its selections that is there stands: where
    /// conditions decide that, its name has several places.
    /// </summary>
    private sealed class OrderedGroups
    {
        private readonly Dictionary<string, List<Selection>> _selections = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<List<IncludeTerm>>> _visited = new(StringComparer.Ordinal);

        public List<(string Name, int Place)> InOrder { get; } = [];

        public List<Selection> Of(string responseName) => _selections[responseName];

        /// <summary>How many selections a response name has: what <see cref="Add"/> has to compare.</summary>
        public int Selections(string responseName) => _selections.TryGetValue(responseName, out var selections) ? selections.Count : 0;

        public void Add(FieldNode field, List<IncludeTerm> terms)
        {
            var name = field.ResponseName;
            if (!_selections.TryGetValue(name, out var selections))
            {
                _selections.Add(name, selections = []);
            }

            selections.Add(new Selection(field, terms, PlaceOf(name, terms, selections)));
        }

        private int PlaceOf(string name, List<IncludeTerm> terms, List<Selection> selections)
        {
            // An earlier selection that is there whenever this one is.
            foreach (var earlier in selections)
            {
                if (earlier.Terms.All(terms.Contains))
                {
                    return earlier.Place;
                }
            }

            // Nothing stands between it and the last place of its name.
            if (InOrder.Count > 0 && InOrder[^1].Name == name)
            {
                return InOrder[^1].Place;
            }

            var place = selections.Count == 0 ? 0 : selections.Max(s => s.Place) + 1;
            InOrder.Add((name, place));
            return place;
        }

        /// <summary>Under how many conditions a fragment was collected: what <see cref="Visit"/> has to compare.</summary>
        public int Visits(string fragment) => _visited.TryGetValue(fragment, out var conditions) ? conditions.Count : 0;

        /// <summary>False when the fragment was collected already under a condition that this one implies.</summary>
        public bool Visit(string fragment, List<IncludeTerm> terms)
        {
            if (!_visited.TryGetValue(fragment, out var conditions))
            {
                _visited.Add(fragment, conditions = []);
            }

            foreach (var earlier in conditions)
            {
                if (earlier.All(terms.Contains))
                {
                    return false;
                }
            }

            conditions.Add(terms);
            return true;
        }
    }
}
