using GraphService.Neo4j.Bolt.Connections;

namespace GraphService.Neo4j.Bolt;

/// <summary>
/// Where the database is: <c>bolt://host:port</c> is one server, <c>neo4j://host:port</c> a cluster (or one server, too), whose query is its routing context.
/// <c>+s</c> asks for TLS with a certificate that the machine trusts, <c>+ssc</c> for TLS with any.
/// </summary>
public sealed class CypherUri
{
    /// <summary>The port of a URI that names none.</summary>
    public const int DefaultPort = 7687;

    private CypherUri(string host, int port, bool routed, bool tls, bool anyCertificate, IReadOnlyList<KeyValuePair<string, string>> context)
    {
        Address = new ServerAddress(host, port);
        Routed = routed;
        Tls = tls;
        AnyCertificate = anyCertificate;
        RoutingContext = context;
    }

    /// <summary>The name or address of the server, or of the first router of a cluster; of IPv6 without brackets.</summary>
    public string Host => Address.Host;

    /// <summary>Its port.</summary>
    public int Port => Address.Port;

    /// <summary>Whether the server is asked for the members of its cluster (<c>neo4j://</c>).</summary>
    public bool Routed { get; }

    /// <summary>Whether the connection is encrypted (<c>+s</c>, <c>+ssc</c>).</summary>
    public bool Tls { get; }

    /// <summary>TLS takes a certificate that nobody vouches for (<c>+ssc</c>).</summary>
    public bool AnyCertificate { get; }

    /// <summary>The entries of the query, in order; the server chooses by them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> RoutingContext { get; }

    internal ServerAddress Address { get; }

    /// <summary>Reads a URI.</summary>
    /// <exception cref="ArgumentException">It is none that can be connected to; the message says what to change, and shows nothing that could be a secret.</exception>
    public static CypherUri Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            ? Parse(uri)
            : throw new ArgumentException("It is no URI. Write bolt://host:7687 for one server, or neo4j://host:7687 for a cluster.");
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static CypherUri Parse(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.IsAbsoluteUri)
        {
            throw new ArgumentException("It is no URI. Write bolt://host:7687 for one server, or neo4j://host:7687 for a cluster.");
        }

        (bool routed, bool tls, bool any) = uri.Scheme switch
        {
            "bolt" => (false, false, false),
            "bolt+s" => (false, true, false),
            "bolt+ssc" => (false, true, true),
            "neo4j" => (true, false, false),
            "neo4j+s" => (true, true, false),
            "neo4j+ssc" => (true, true, true),
            "http" or "https" => throw new ArgumentException(
                $"{uri.Scheme}:// is Neo4j's HTTP interface, which is not used here. Write bolt:// for one server or neo4j:// for a cluster, and the Bolt port (7687 by default)."),
            _ => throw new ArgumentException(
                $"The scheme {uri.Scheme}:// is not known. Write bolt:// for one server or neo4j:// for a cluster; with +s for TLS (bolt+s://), with +ssc for TLS with any certificate (bolt+ssc://)."),
        };
        if (uri.UserInfo.Length > 0)
        {
            throw new ArgumentException("User and password do not belong into the URI, because URIs are logged and shown. Give them as settings of their own.");
        }

        if (uri.Host.Length == 0)
        {
            throw new ArgumentException("The URI names no host. Write, for example, bolt://localhost:7687.");
        }

        if (uri.AbsolutePath is not ("" or "/"))
        {
            throw new ArgumentException($"The URI has a path ({uri.AbsolutePath}), which means nothing here. The database is a setting of its own.");
        }

        if (uri.Fragment.Length > 0)
        {
            throw new ArgumentException("The URI has a fragment (#), which means nothing here.");
        }

        if (uri.Query.Length > 1 && !routed)
        {
            throw new ArgumentException("The URI has a query (?), which only neo4j:// takes, as its routing context.");
        }

        // Port 0 is none to connect to, and -1 means that none was written.
        var port = uri.Port switch
        {
            -1 => DefaultPort,
            0 => throw new ArgumentException("Port 0 is no port to connect to. The Bolt port is 7687 by default."),
            _ => uri.Port,
        };
        return new CypherUri(uri.IdnHost.Trim('[', ']'), port, routed, tls, any, ReadContext(uri.Query));
    }

    private static List<KeyValuePair<string, string>> ReadContext(string query)
    {
        var context = new List<KeyValuePair<string, string>>();
        foreach (var entry in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            var key = Uri.UnescapeDataString(equals < 0 ? entry : entry[..equals]);
            var value = equals < 0 ? "" : Uri.UnescapeDataString(entry[(equals + 1)..]);
            if (key.Length == 0 || value.Length == 0)
            {
                throw new ArgumentException("The query of the URI is the routing context: entries of the form name=value, with & between them.");
            }

            if (key == "address")
            {
                throw new ArgumentException("The routing context (the query of the URI) cannot hold an address: the client gives that of the URI.");
            }

            if (context.Exists(other => other.Key == key))
            {
                throw new ArgumentException($"The routing context (the query of the URI) holds {key} twice.");
            }

            context.Add(new(key, value));
        }

        return context;
    }
}
