using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation.Limits;

/// <summary>
/// Measures how deep fields nest, fragments expanded. The walk notes each definition's own depths; then each fragment's
/// whole depth is worked out once, from the bottom up, however often it is spread.
/// </summary>
internal sealed class FieldNesting(ValidationContext context, int limit)
{
    private sealed class Notes
    {
        public int Deepest;
        public FieldNode? FirstBeyond;
        public readonly List<(FragmentSpreadNode Spread, int Depth)> Spreads = [];
    }

    private readonly Dictionary<ExecutableDefinitionNode, Notes> _notes = [];
    private Notes _current = new();
    private int _depth;

    public void Enter(ExecutableDefinitionNode definition)
    {
        _notes[definition] = _current = new Notes();
        _depth = 0;
    }

    public void Enter(FieldNode field)
    {
        _depth++;
        _current.Deepest = Math.Max(_current.Deepest, _depth);
        if (_depth > limit)
        {
            _current.FirstBeyond ??= field;
        }
    }

    public void Leave() => _depth--;

    public void Enter(FragmentSpreadNode spread) => _current.Spreads.Add((spread, _depth));

    /// <summary>The operations that go beyond the limit, each with its depth and the first field or spread that does.</summary>
    public IEnumerable<(OperationDefinitionNode Operation, int Depth, SyntaxNode Where)> Beyond()
    {
        var depths = new Dictionary<FragmentDefinitionNode, int>();
        foreach (var fragment in context.Fragments.BottomUp)
        {
            depths[fragment] = DepthOf(_notes[fragment], depths);
        }

        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
        {
            var notes = _notes[operation];
            var depth = DepthOf(notes, depths);
            if (depth > limit)
            {
                yield return (operation, depth, notes.FirstBeyond ?? (SyntaxNode)notes.Spreads.First(s => s.Depth + DepthOf(s.Spread, depths) > limit).Spread);
            }
        }
    }

    private int DepthOf(Notes notes, Dictionary<FragmentDefinitionNode, int> depths)
    {
        var deepest = notes.Deepest;
        foreach (var (spread, depth) in notes.Spreads)
        {
            deepest = Math.Max(deepest, depth + DepthOf(spread, depths));
        }

        return deepest;
    }

    private int DepthOf(FragmentSpreadNode spread, Dictionary<FragmentDefinitionNode, int> depths) =>
        context.Fragments.Find(spread.Name.Value) is { } fragment ? depths[fragment] : 0;
}
