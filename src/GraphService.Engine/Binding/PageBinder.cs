using GraphService.Engine.Pipeline;
using GraphService.Graph.Query;
using GraphService.GraphQL.Execution.Coercion;

namespace GraphService.Engine.Binding;

/// <summary>Checks first, last, after and before.</summary>
internal static class PageBinder
{
    /// <param name="arguments">The field's arguments.</param>
    /// <param name="limits">Page sizes.</param>
    /// <param name="seal">What the field's cursors begin with.</param>
    /// <param name="fits">Whether a cursor's keys are those of the order.</param>
    /// <exception cref="QueryFaultException">A size is negative or too large, first comes with last, or a cursor is not of this list.</exception>
    public static Page Bind(ArgumentValues arguments, EngineLimits limits, ulong seal, Func<Cursor, bool> fits)
    {
        var first = Size(arguments, "first", limits);
        var last = Size(arguments, "last", limits);
        if (first is not null && last is not null)
        {
            throw new QueryFaultException(QueryFault.BadInput("last", "first and last were given together: ask for one of them."));
        }

        return new Page
        {
            First = last is null ? first ?? limits.DefaultPageSize : null,
            Last = last,
            After = Cursor(arguments, "after", seal, fits),
            Before = Cursor(arguments, "before", seal, fits),
        };
    }

    private static int? Size(ArgumentValues arguments, string name, EngineLimits limits)
    {
        if (arguments[name] is not long size)
        {
            return null;
        }

        if (size < 0)
        {
            throw new QueryFaultException(QueryFault.BadInput(name, $"{name} must not be negative, but it is {size}."));
        }

        if (size > limits.MaxPageSize)
        {
            var fault = QueryFault.Limit("PAGE_SIZE", limits.MaxPageSize, $"{name} is {size}, but a page has at most {limits.MaxPageSize} rows: ask for less, and page on with cursors.");
            throw new QueryFaultException(fault with { Details = [.. fault.Details, new("argument", name)] });
        }

        return (int)size;
    }

    private static Cursor? Cursor(ArgumentValues arguments, string name, ulong seal, Func<Cursor, bool> fits)
    {
        if (arguments[name] is not string text)
        {
            return null;
        }

        return Graph.Query.Cursor.Parse(text, seal, -1) is { } cursor && fits(cursor)
            ? cursor
            : throw new QueryFaultException(QueryFault.BadInput(name, $"{name} is not a cursor of this list: take one from the same field with the same filter, order and other arguments."));
    }
}
