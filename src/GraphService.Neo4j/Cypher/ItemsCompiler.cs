using GraphService.Graph.Model;
using GraphService.Graph.Query;

namespace GraphService.Neo4j.Cypher;

/// <summary>
/// Writes conditions over the items of a list: over the items themselves, over their folded forms when they are only searched, or over their places when
/// both are looked at.
/// </summary>
internal sealed class ItemsCompiler(Compilation context, PredicateCompiler predicates, ValueCompiler values)
{
    public string Condition(ItemsPredicate predicate, RowVariables row)
    {
        var list = $"coalesce({values.Value(predicate.List, row)}, [])";
        if (predicate.Item is not { } item)
        {
            return predicate.Quantifier switch
            {
                Quantifier.All => "true",
                Quantifier.None => $"size({list}) = 0",
                _ => $"size({list}) > 0",
            };
        }

        var quantifier = predicate.Quantifier switch { Quantifier.All => "all", Quantifier.None => "none", _ => "any" };
        var (searches, compares) = (Uses(item, isSearch: true), Uses(item, isSearch: false));
        if (!searches)
        {
            return $"{quantifier}(i IN {list} WHERE {Item(item, row, "i", "")})";
        }

        var (twin, isNames) = Folded(predicate.List, row);
        var first = isNames ? 2 : 1;
        var folded = $"split(coalesce({twin}, ''), '|')";
        var holds = compares
            ? $"{quantifier}(j IN range(0, size({list}) - 1) WHERE {Item(item, row, $"{list}[j]", $"{folded}[j + {first}]")})"
            : $"{quantifier}(i IN {folded}[{first}..-1] WHERE {Item(item, row, "", "i")})";

        // The longest word anywhere in the names: what an index can look for.
        return predicate.Quantifier == Quantifier.Some && item is TextPredicate search && isNames
            ? $"({twin} CONTAINS {context.Parameter(search)} AND {holds})"
            : holds;
    }

    /// <summary>The text with the folded items, parted by bars, and whether it is that of all names, where the aliases stand behind the name.</summary>
    private (string Twin, bool IsNames) Folded(ValueRef list, RowVariables row)
    {
        var isAliases = list.Subject != Subject.Relationship && context.TableOf(list.Property!)?.Aliases == list.Property;
        var name = isAliases ? StoredNames.Names : StoredNames.Folded(list.Property!);
        return (values.Value(list with { Property = PredicateCompiler.Stored(name) }, row), isAliases);
    }

    private static bool Uses(Predicate predicate, bool isSearch) => predicate switch
    {
        AndPredicate and => and.Parts.Any(p => Uses(p, isSearch)),
        OrPredicate or => or.Parts.Any(p => Uses(p, isSearch)),
        NotPredicate not => Uses(not.Part, isSearch),
        _ => predicate is TextPredicate { Operator: TextOperator.Search } == isSearch,
    };

    /// <summary>The condition over one item, which is never null; nor is the condition then.</summary>
    private string Item(Predicate predicate, RowVariables row, string item, string folded) => predicate switch
    {
        AndPredicate { Parts.Count: 0 } => "true",
        OrPredicate { Parts.Count: 0 } or MissingPredicate => "false",
        AndPredicate and => $"({string.Join(" AND ", and.Parts.Select(p => Item(p, row, item, folded)))})",
        OrPredicate or => $"({string.Join(" OR ", or.Parts.Select(p => Item(p, row, item, folded)))})",
        NotPredicate not => PredicateCompiler.Not(Item(not.Part, row, item, folded)),
        TextPredicate { Operator: TextOperator.Search } search => predicates.Words(search, row, folded),
        TextPredicate text => predicates.Text(text, item),
        TextInPredicate many => $"{item} IN {context.Parameter(many)}",
        IntPredicate number => predicates.Int(number, item),
        IntInPredicate many => $"{item} IN {context.Parameter(many)}",
        _ => throw new InvalidOperationException("A list's items have no such predicate."),
    };
}
