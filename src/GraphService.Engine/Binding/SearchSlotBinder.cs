using System.Text.Unicode;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Schema;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Execution.Coercion;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Engine.Binding;

/// <summary>Text, kinds and page of a search at the root.</summary>
internal sealed class SearchSlotBinder(CompiledField field, GraphModel model, EngineLimits limits) : SlotBinder(field)
{
    private readonly string _coordinate = $"{field.ParentType.Name}.{field.Definition.Name}";

    protected override BoundSlot Bind(ArgumentValues arguments, FilterBudget budget)
    {
        var folded = SearchText.Fold((string)arguments[SearchBinding.TextArgument]!, SearchBinding.TextArgument);
        var seal = CursorSeal.Of(_coordinate, arguments);
        return new BoundSlot
        {
            Search = new SearchTerms(folded, Kinds(arguments[SearchBinding.KindsArgument])),
            Order = SearchSource.Order,
            Page = PageBinder.Bind(arguments, limits, seal, Fits),
            CursorSeal = seal,
        };
    }

    /// <summary>A bit for each kind; an empty list is as absent: all.</summary>
    private ulong Kinds(object? asked)
    {
        var names = (asked as object?[] ?? []).Select(k => ((EnumValue)k!).Name).ToHashSet(StringComparer.Ordinal);
        return model.Kinds.Where(k => names.Count == 0 || names.Contains(k.Name)).Aggregate(0UL, (bits, k) => bits | 1UL << k.Index);
    }

    private static bool Fits(Cursor cursor) =>
        cursor.Keys is [{ IsMissing: false, Text: null, Number: >= SearchTerms.ByWords and <= SearchTerms.Whole }, { IsMissing: false, Text: null, Number: >= 0 and <= int.MaxValue }, { Text: { } id }]
        && Utf8.IsValid(id);
}
