using GraphService.Neo4j.Bolt.Chunking;
using GraphService.Neo4j.Bolt.PackStream;

namespace GraphService.Neo4j.Bolt.Messages;

/// <summary>The messages of the client. (Bolt specification, Messages.)</summary>
internal static class Requests
{
    private const string Agent = "GraphService/0.1";

    /// <summary>HELLO: who speaks, the routing context (null: this one server), and up to 5.0 the login too. Notifications are not read, so they are not asked for.</summary>
    public static void Hello(MessageWriter message, BoltVersion version, Login login, RoutingContext? routing)
    {
        var entries = 2 + (version.NamesAgent ? 1 : 0) + (version.FiltersNotifications ? 1 : 0) + (version.HasLogon ? 0 : login.Entries);
        var values = message.Values;
        message.Begin(MessageTag.Hello, 1);
        values.DictionaryHeader(entries);
        values.String("user_agent"u8);
        values.String(Agent);
        if (version.NamesAgent)
        {
            values.String("bolt_agent"u8);
            values.DictionaryHeader(2);
            values.String("product"u8);
            values.String(Agent);
            values.String("language"u8);
            values.String(".NET");
        }

        values.String("routing"u8);
        Routing(values, routing);
        if (version.FiltersNotifications)
        {
            values.String("notifications_minimum_severity"u8);
            values.String("OFF"u8);
        }

        if (!version.HasLogon)
        {
            login.Write(values);
        }

        message.End();
    }

    /// <summary>LOGON, from 5.1.</summary>
    public static void Logon(MessageWriter message, Login login)
    {
        message.Begin(MessageTag.Logon, 1);
        message.Values.DictionaryHeader(login.Entries);
        login.Write(message.Values);
        message.End();
    }

    /// <summary>RUN, outside of a transaction: it is one of its own.</summary>
    public static void Run(MessageWriter message, ParameterWriter parameters, in RunRequest run)
    {
        var values = message.Values;
        message.Begin(MessageTag.Run, 3);
        values.String(run.Statement.Utf8);
        parameters.Write(run.Parameters, values);

        var read = run.Mode == AccessMode.Read;
        var bounded = run.TimeoutMilliseconds > 0;
        values.DictionaryHeader((read ? 1 : 0) + (bounded ? 1 : 0) + (run.Database is null ? 0 : 1) + (run.Bookmarks.Count > 0 ? 1 : 0));
        if (read)
        {
            values.String("mode"u8);
            values.String("r"u8);
        }

        if (bounded)
        {
            values.String("tx_timeout"u8);
            values.Integer(run.TimeoutMilliseconds);
        }

        if (run.Database is not null)
        {
            values.String("db"u8);
            values.String(run.Database);
        }

        if (run.Bookmarks.Count > 0)
        {
            values.String("bookmarks"u8);
            Strings(values, run.Bookmarks);
        }

        message.End();
    }

    /// <summary>PULL of so many rows of the result that was opened last.</summary>
    public static void Pull(MessageWriter message, int rows)
    {
        message.Begin(MessageTag.Pull, 1);
        message.Values.DictionaryHeader(1);
        message.Values.String("n"u8);
        message.Values.Integer(rows);
        message.End();
    }

    public static void Reset(MessageWriter message)
    {
        message.Begin(MessageTag.Reset, 0);
        message.End();
    }

    public static void Goodbye(MessageWriter message)
    {
        message.Begin(MessageTag.Goodbye, 0);
        message.End();
    }

    /// <summary>ROUTE, in its shape from 4.4.</summary>
    public static void Route(MessageWriter message, RoutingContext routing, IReadOnlyList<string> bookmarks, string? database)
    {
        var values = message.Values;
        message.Begin(MessageTag.Route, 3);
        Routing(values, routing);
        Strings(values, bookmarks);
        values.DictionaryHeader(database is null ? 0 : 1);
        if (database is not null)
        {
            values.String("db"u8);
            values.String(database);
        }

        message.End();
    }

    private static void Routing(PackStreamWriter values, RoutingContext? routing)
    {
        if (routing is null)
        {
            values.Null();
            return;
        }

        values.DictionaryHeader(routing.Entries.Count);
        foreach ((string key, string value) in routing.Entries)
        {
            values.String(key);
            values.String(value);
        }
    }

    private static void Strings(PackStreamWriter values, IReadOnlyList<string> texts)
    {
        values.ListHeader(texts.Count);
        foreach (var text in texts)
        {
            values.String(text);
        }
    }
}

/// <summary>One run of a statement.</summary>
/// <param name="Statement">Its text.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Mode">Whether it may write.</param>
/// <param name="TimeoutMilliseconds">After which the server gives up; 0: never.</param>
/// <param name="Database">Where it runs; null: the user's home database.</param>
/// <param name="Bookmarks">What the server must have seen before.</param>
internal readonly record struct RunRequest(
    CypherStatement Statement, ICypherParameters Parameters, AccessMode Mode, long TimeoutMilliseconds, string? Database, IReadOnlyList<string> Bookmarks);

/// <summary>What the server tells the members of a cluster apart by: the address the client was given, and the entries of its URI. (Bolt specification, ROUTE.)</summary>
internal sealed record RoutingContext(IReadOnlyList<KeyValuePair<string, string>> Entries);
