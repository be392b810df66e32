using GraphService.Neo4j;
using GraphService.Neo4j.Bolt;

namespace GraphService.Options;

/// <summary>Where the database is and who asks it: section <c>Graph:Neo4j</c> of the settings. No user and no token: no authentication.</summary>
internal sealed class Neo4jOptions
{
    public const string Section = GraphOptions.Section + ":Neo4j";

    /// <summary><c>bolt://host:7687</c> for one server, <c>neo4j://</c> for a cluster; with <c>+s</c> or <c>+ssc</c> for TLS.</summary>
    public string? Uri { get; set; }

    /// <summary>The database; the user's home database when there is none.</summary>
    public string? Database { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>A bearer token, instead of user and password.</summary>
    public string? Token { get; set; }

    /// <summary>What is wrong with these settings, one sentence each; nothing of a secret is in one.</summary>
    public IEnumerable<string> Faults()
    {
        if (!string.IsNullOrEmpty(Uri) && UriFault(Uri) is { } fault)
        {
            yield return $"{Section}:Uri: {fault}";
        }

        if (Has(Token) && (Has(User) || Has(Password)))
        {
            yield return $"{Section}:Token and {Section}:User or {Section}:Password exclude each other: give one of them.";
        }
        else if (Has(Password) && !Has(User))
        {
            yield return $"{Section}:Password is given without a user: give {Section}:User (neo4j, unless you made another), or leave both out.";
        }
        else if (Has(User) && !Has(Password))
        {
            yield return $"{Section}:User is given without a password: give {Section}:Password, such as in the environment: {Section.Replace(":", "__", StringComparison.Ordinal)}__Password.";
        }
    }

    /// <summary>For the client; the settings have been found without fault, and there is a URI.</summary>
    public CypherClientOptions ToClientOptions() => new()
    {
        Uri = new Uri(Uri!),
        Database = Or(Database),
        User = Or(User),
        Password = Or(Password),
        Token = Or(Token),
    };

    /// <summary>What is wrong with a URI, or null.</summary>
    public static string? UriFault(string uri)
    {
        try
        {
            CypherUri.Parse(uri);
            return null;
        }
        catch (ArgumentException fault)
        {
            return fault.Message;
        }
    }

    // An environment variable that is set to nothing is as none.
    private static bool Has(string? value) => !string.IsNullOrEmpty(value);

    private static string? Or(string? value) => Has(value) ? value : null;
}
