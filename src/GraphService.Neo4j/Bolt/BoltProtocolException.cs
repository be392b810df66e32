namespace GraphService.Neo4j.Bolt;

/// <summary>The server broke the protocol, or speaks another one: the connection is of no more use.</summary>
internal sealed class BoltProtocolException(string message, Exception? inner = null) : Exception(message, inner);
