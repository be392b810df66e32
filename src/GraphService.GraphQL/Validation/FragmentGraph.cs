using GraphService.GraphQL.Language.Ast;

namespace GraphService.GraphQL.Validation;

/// <summary>Which definition spreads which fragment. Nothing here recurses: chains of fragments may be as long as documents.</summary>
internal sealed class FragmentGraph
{
    private readonly Dictionary<string, FragmentDefinitionNode> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<ExecutableDefinitionNode, List<FragmentSpreadNode>> _spreads = [];
    private readonly Dictionary<OperationDefinitionNode, List<FragmentDefinitionNode>> _reachable = [];
    private readonly List<FragmentDefinitionNode> _bottomUp = [];
    private readonly List<IReadOnlyList<FragmentSpreadNode>> _cycles = [];
    private readonly HashSet<FragmentDefinitionNode> _used = [];
    private readonly int _maxCycles;

    public FragmentGraph(DocumentNode document, ValidationOptions options)
    {
        _maxCycles = options.MaxErrors + 1;
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            _byName.TryAdd(fragment.Name.Value, fragment);
        }

        foreach (var definition in document.Definitions.OfType<ExecutableDefinitionNode>())
        {
            _spreads[definition] = FindSpreads(definition.SelectionSet);
        }

        var visited = new HashSet<FragmentDefinitionNode>();
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            VisitDepthFirst(fragment, visited);
        }

        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (Visits > options.MaxFragmentVisits)
            {
                break;
            }

            var reachable = Reach(operation);
            _reachable[operation] = reachable;
            _used.UnionWith(reachable);
            Visits += reachable.Count;
        }
    }

    /// <summary>Fragments in an order in which each comes after all that it spreads.</summary>
    public IReadOnlyList<FragmentDefinitionNode> BottomUp => _bottomUp;

    /// <summary>Ways along which fragments lead back to themselves; the last spread of each closes it.</summary>
    public IReadOnlyList<IReadOnlyList<FragmentSpreadNode>> Cycles => _cycles;

    /// <summary>Fragments that operations reach, each counted once per operation; counting stops beyond the bound.</summary>
    public int Visits { get; }

    public IEnumerable<string> Names => _byName.Keys;

    public FragmentDefinitionNode? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>True when an operation reaches the fragment.</summary>
    public bool IsUsed(FragmentDefinitionNode fragment) => _used.Contains(fragment);

    public IReadOnlyList<FragmentDefinitionNode> ReachableFrom(OperationDefinitionNode operation) => _reachable[operation];

    private static List<FragmentSpreadNode> FindSpreads(SelectionSetNode set)
    {
        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>([set]);
        while (pending.TryPop(out var current))
        {
            // The document's order: what is nested is looked into after, from the first to the last.
            for (var i = current.Selections.Count - 1; i >= 0; i--)
            {
                if ((current.Selections[i] as FieldNode)?.SelectionSet is { } fields)
                {
                    pending.Push(fields);
                }
                else if (current.Selections[i] is InlineFragmentNode inline)
                {
                    pending.Push(inline.SelectionSet);
                }
            }

            spreads.AddRange(current.Selections.OfType<FragmentSpreadNode>());
        }

        return spreads;
    }

    private void VisitDepthFirst(FragmentDefinitionNode start, HashSet<FragmentDefinitionNode> visited)
    {
        // The fragments being visited, each with its next spread; the spread that led to each but the first.
        var path = new List<(FragmentDefinitionNode Fragment, int Next)>();
        var way = new List<FragmentSpreadNode>();
        var places = new Dictionary<FragmentDefinitionNode, int>();
        Open(start);
        while (path.Count > 0)
        {
            var (fragment, next) = path[^1];
            if (next == _spreads[fragment].Count)
            {
                _bottomUp.Add(fragment);
                places.Remove(fragment);
                path.RemoveAt(path.Count - 1);
                if (way.Count > 0)
                {
                    way.RemoveAt(way.Count - 1);
                }

                continue;
            }

            path[^1] = (fragment, next + 1);
            var spread = _spreads[fragment][next];
            if (Find(spread.Name.Value) is not { } target)
            {
                continue;
            }

            if (!visited.Contains(target))
            {
                way.Add(spread);
                Open(target);
            }
            else if (places.TryGetValue(target, out var place) && _cycles.Count < _maxCycles)
            {
                _cycles.Add([.. way.Skip(place), spread]);
            }
        }

        void Open(FragmentDefinitionNode fragment)
        {
            if (visited.Add(fragment))
            {
                places[fragment] = path.Count;
                path.Add((fragment, 0));
            }
        }
    }

    private List<FragmentDefinitionNode> Reach(OperationDefinitionNode operation)
    {
        var reached = new List<FragmentDefinitionNode>();
        var seen = new HashSet<FragmentDefinitionNode>();
        ExecutableDefinitionNode current = operation;
        for (var next = 0; ; next++)
        {
            foreach (var spread in _spreads[current])
            {
                if (Find(spread.Name.Value) is { } fragment && seen.Add(fragment))
                {
                    reached.Add(fragment);
                }
            }

            if (next == reached.Count)
            {
                return reached;
            }

            current = reached[next];
        }
    }
}
