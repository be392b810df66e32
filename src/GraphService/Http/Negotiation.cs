using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphService.Http;

/// <summary>Chooses the format of an answer from the Accept header (RFC 9110, section 12.5.1) and judges the Content-Type of a request.</summary>
internal static class Negotiation
{
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Json = "application/json";

    /// <summary>The format that the client likes best; null when it accepts neither.</summary>
    public static ResponseFormat? ChooseFormat(StringValues accept)
    {
        if (accept.Count == 0 || (accept.Count == 1 && accept[0] is "" or "*/*" or Json))
        {
            return ResponseFormat.Json;
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return null;
        }

        var json = Preference.For(Json, ranges);
        var graphQL = Preference.For(GraphQLResponse, ranges);
        var best = graphQL.IsBetterThan(json) ? graphQL : json;
        return best.Quality == 0 ? null : ReferenceEquals(best, graphQL) ? ResponseFormat.GraphQLResponse : ResponseFormat.Json;
    }

    /// <summary>Whether a client asks for a page: browsers do, API clients do not.</summary>
    public static bool WantsHtml(StringValues accept) => accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a body of this type is JSON in UTF-8.</summary>
    public static bool IsJson(string? contentType) =>
        contentType is Json or "application/json; charset=utf-8"
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)));

    /// <summary>How much a client likes a type: by the most specific of its ranges that fits.</summary>
    private sealed record Preference(double Quality, int Specificity, int Position)
    {
        public static Preference For(string mediaType, IList<MediaTypeHeaderValue> ranges)
        {
            var best = new Preference(0, -1, int.MaxValue);
            for (var i = 0; i < ranges.Count; i++)
            {
                var specificity = Fits(mediaType, ranges[i]);
                if (specificity > best.Specificity)
                {
                    best = new Preference(ranges[i].Quality ?? 1, specificity, i);
                }
            }

            return best;
        }

        /// <summary>The higher quality; then what is named rather than covered by a wildcard; then what is named first.</summary>
        public bool IsBetterThan(Preference other) =>
            (Quality, Specificity, -Position).CompareTo((other.Quality, other.Specificity, -other.Position)) > 0;

        private static int Fits(string mediaType, MediaTypeHeaderValue range) =>
            range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 2
            : range.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase) ? 1
            : range.MatchesAllTypes ? 0
            : -1;
    }
}
