using System.Globalization;

namespace GraphService.Neo4j.Bolt.Connections;

/// <summary>Host and port of a server.</summary>
/// <param name="Host">A name or a number, IPv6 without brackets.</param>
/// <param name="Port">The Bolt port.</param>
internal readonly record struct ServerAddress(string Host, int Port)
{
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    /// <summary>Reads an address of a routing table: <c>host:port</c>, IPv6 in brackets.</summary>
    public static bool TryParse(string text, out ServerAddress address)
    {
        var colon = text.LastIndexOf(':');
        var host = colon < 0 ? text : text[..colon];
        var port = CypherUri.DefaultPort;
        var bracketed = host.StartsWith('[') && host.EndsWith(']');
        if (bracketed)
        {
            host = host[1..^1];
        }

        address = default;
        if (host.Length == 0
            || (!bracketed && host.Contains(':', StringComparison.Ordinal))
            || (colon >= 0 && !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port))
            || port is < 1 or > 65535)
        {
            return false;
        }

        address = new ServerAddress(host, port);
        return true;
    }
}
