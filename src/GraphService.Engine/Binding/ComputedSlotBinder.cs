using System.Text.Unicode;
using GraphService.Engine.Pipeline;
using GraphService.Engine.Schema;
using GraphService.Graph.Execution;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Engine.Binding;

/// <summary>Arguments of a field that code computes, and its page where it has one.</summary>
internal sealed class ComputedSlotBinder(CompiledField field, CodeField code, OrderTerm[]? nodeOrder, GraphModel model, EngineLimits limits) : SlotBinder(field)
{
    public override long Rows(BoundSlot slot) => base.Rows(slot) * (slot.Arguments is { } arguments ? code.NodesOfRow(arguments) : 1);

    protected override BoundSlot Bind(ArgumentValues arguments, FilterBudget budget)
    {
        var bound = code.Bind(arguments, model);
        if (nodeOrder is null && code.CursorKeys is null)
        {
            return new BoundSlot { Arguments = bound };
        }

        var seal = CursorSeal.Of(code.Coordinate, arguments);
        return new BoundSlot
        {
            Arguments = bound,
            Order = nodeOrder ?? [],
            CursorSeal = seal,
            Page = PageBinder.Bind(arguments, limits, seal, c => nodeOrder is null ? Fits(code.CursorKeys!, c) : CursorOrder.Fits(nodeOrder, c)),
        };
    }

    /// <summary>Whether a cursor has the keys that <see cref="CodeField.CursorKeys"/> tells.</summary>
    private static bool Fits(string form, Cursor cursor)
    {
        var letters = form.TrimEnd('*');
        var isOpen = letters.Length < form.Length;
        return (isOpen ? cursor.Keys.Length >= letters.Length : cursor.Keys.Length == letters.Length)
            && cursor.Keys.Index().All(key => IsOf(letters[Math.Min(key.Index, letters.Length - 1)], key.Item));
    }

    private static bool IsOf(char letter, CursorKey key) =>
        !key.IsMissing && (letter == 'n' ? key.Text is null : key.Text is { } text && Utf8.IsValid(text));
}
