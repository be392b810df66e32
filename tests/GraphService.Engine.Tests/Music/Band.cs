namespace GraphService.Engine.Tests.Music;

/// <summary>Two artists, an album and a single that covers it, one label: enough for the shape of an answer.</summary>
internal static class Band
{
    public static MusicGraph Graph()
    {
        var graph = new MusicGraph();
        var source = graph.AddNamed("SOURCE", "sleeve");
        var ada = graph.AddArtist("ada", "Ada", ("aliases", (string[])["Ada L."]), ("height", 170), ("mood", "LOUD"), ("lucky", (int[])[7, 3]), ("born", "1990-05"));
        var bo = graph.AddArtist("bo", "Bo", ("sources", (string[])["sleeve"]), ("locators", (string[])["back"]));
        var first = graph.AddAlbum("first", "First", ("year", 2001), ("years", (int[])[2001, 2002]), ("tracks", 9));
        var again = graph.AddSingle("again", "Again", ("year", 2003), ("side", "Never"));
        var label = graph.AddNamed("LABEL", "tiny");
        graph.AddLink(ada, "SANG_ON", first, ("songs", (string[])["One", "Two"]), ("billing", 1));
        graph.AddLink(bo, "PLAYED_BASS_ON", first, ("note", "on \"Two\""));
        graph.AddLink(ada, "SANG_ON", again);
        graph.AddLink(bo, "SANG_ON", again, ("billing", 2));
        graph.AddLink(again, "COVERS", first);
        graph.AddLink(first, "ISSUED_BY", label, ("date", "2001-10-02"));
        _ = source;
        return graph;
    }
}
