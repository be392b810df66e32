using GraphService.Engine.Schema;
using GraphService.Graph.Algorithms;
using GraphService.GraphQL.Language;
using GraphService.TestSupport;

namespace GraphService.Engine.Tests.Music;

/// <summary>The domain of <c>music.graphql</c>.</summary>
internal static class MusicDomain
{
    public const string FileName = "music.graphql";

    public static string File { get; } = Golden.ReadInput("Music/" + FileName);

    public static Domain Instance { get; } = Create(File);

    public static Domain Create(string file, params CodeField[] more) =>
        Domain.Create(new SourceText(file, FileName), "Source", [new HiddenTable("Rumor", ["text"], [new HiddenType("ABOUT", "Rumor")])], [new ProbeField(), new IndexField(), .. more]);

    /// <summary>Artists and recordings, joined by parts; the tests here run no algorithm over it.</summary>
    public static TopologyModel Topology { get; } = new()
    {
        Types = [.. Instance.Model.RelationshipTypes.Where(t => t.IsMerged)],
        Near = Instance.Model.Tables.Single(t => t.Label == "Artist"),
        Far = Instance.Model.Tables.Single(t => t.Label == "Recording"),
    };
}
