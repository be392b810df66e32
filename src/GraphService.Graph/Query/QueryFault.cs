namespace GraphService.Graph.Query;

/// <summary>Why a field could not be answered. The code is one of the wire contract's.</summary>
public sealed record QueryFault(string Code, string Message)
{
    /// <summary>What the error's extensions say besides the code.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Details { get; init; } = [];

    public static QueryFault BadInput(string argument, string message) =>
        new("BAD_USER_INPUT", message) { Details = [new("argument", argument)] };

    /// <summary>What is missing may be there in a moment.</summary>
    public static QueryFault Unavailable(string message) =>
        new("UNAVAILABLE", message) { Details = [new("retryAfter", 1L)] };

    public static QueryFault Limit(string name, long value, string message) =>
        new("LIMIT_" + name, message) { Details = [new("limit", new KeyValuePair<string, object?>[] { new("name", name), new("value", value) })] };
}

/// <summary>Carries a fault out of a computation to the field that it belongs to.</summary>
public sealed class QueryFaultException(QueryFault fault) : Exception(fault.Message)
{
    public QueryFault Fault { get; } = fault;
}
