namespace GraphService.Graph.Text;

/// <summary>The indefinite article of English, for messages.</summary>
internal static class Article
{
    /// <summary>The noun with its article: "a Person", "an Award". The letter decides, since how the names of a model sound is not known.</summary>
    public static string With(string noun) => (noun.Length > 0 && "AEIOUaeiou".Contains(noun[0]) ? "an " : "a ") + noun;
}
