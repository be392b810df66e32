namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>The exchanges that most scripts are made of.</summary>
internal static class ScriptExtensions
{
    /// <summary>A map value.</summary>
    public static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) => entries.ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>A list value.</summary>
    public static List<object?> List(params object?[] items) => [.. items];

    /// <summary>The handshake that names a version, and a login that succeeds.</summary>
    public static Script Login(this Script script, string version = "5.8", Dictionary<string, object?>? hints = null)
    {
        var (major, minor) = (byte.Parse(version[..1], null), byte.Parse(version[2..], null));
        script.Handshake().Send([0, 0, minor, major]).Expect("HELLO").Answer("SUCCESS", Hello(hints));
        return (major, minor) is (4, _) or (5, 0) ? script : script.Expect("LOGON").Answer("SUCCESS", Map());
    }

    /// <summary>The metadata of a server that accepts a HELLO.</summary>
    public static Dictionary<string, object?> Hello(Dictionary<string, object?>? hints = null) =>
        Map(("server", "Neo4j/5.26.28"), ("connection_id", "bolt-1"), ("hints", hints ?? Map(("connection.recv_timeout_seconds", 120))));

    /// <summary>RUN of a statement, when it is named, and the first PULL.</summary>
    public static Script RunAndPull(this Script script, string? statement = null, Func<BoltMessage, string?>? check = null) =>
        script.Expect("RUN", run => statement is not null && run.Statement != statement ? "not the statement " + statement : check?.Invoke(run)).Expect("PULL");

    public static Script Success(this Script script, params (string Key, object? Value)[] metadata) => script.Answer("SUCCESS", Map(metadata));

    /// <summary>The answer to RUN.</summary>
    public static Script Fields(this Script script, params object?[] names) => script.Success(("t_first", 1), ("fields", List(names)));

    public static Script Record(this Script script, params object?[] columns) => script.Answer("RECORD", [List(columns)]);

    /// <summary>The end of a result.</summary>
    public static Script Last(this Script script, string? bookmark = null) =>
        bookmark is null ? script.Success(("type", "r"), ("t_last", 1), ("db", "neo4j")) : script.Success(("bookmark", bookmark), ("type", "w"), ("t_last", 1), ("db", "neo4j"));

    /// <summary>A FAILURE whose message holds what must not leave the client.</summary>
    public static Script Failure(this Script script, string code) =>
        script.Answer("FAILURE", Map(("neo4j_code", code), ("message", "text of the server"), ("gql_status", "50N42"), ("description", "description of the server")));

    public static Script Ignored(this Script script) => script.Answer("IGNORED");

    /// <summary>RESET and its answer.</summary>
    public static Script Reset(this Script script) => script.Expect("RESET").Success();

    /// <summary>A statement that is answered with one row of one column.</summary>
    public static Script Query(this Script script, object? value, string? statement = null) =>
        script.RunAndPull(statement).Fields("x").Record([value]).Last();

    /// <summary>A statement that fails before it has a result.</summary>
    public static Script QueryFails(this Script script, string code) => script.RunAndPull().Failure(code).Ignored().Reset();
}
