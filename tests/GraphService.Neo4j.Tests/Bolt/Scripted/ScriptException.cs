namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>The client did something else than the script says.</summary>
internal sealed class ScriptException(string message) : Exception(message);
