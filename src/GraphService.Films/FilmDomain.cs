using GraphService.Engine.Schema;
using GraphService.Films.Fields;
using GraphService.Graph.Algorithms;
using GraphService.Graph.Algorithms.Facts;
using GraphService.Graph.Model;
using GraphService.GraphQL.Language;

namespace GraphService.Films;

/// <summary>The domain of films: <c>films.graphql</c>, what it keeps without serving it, and the fields that need code.</summary>
public static class FilmDomain
{
    /// <summary>The domain file's text.</summary>
    public static string DomainFile { get; } = Read();

    /// <summary>Values that sources claim of a property of another node.</summary>
    private static readonly HiddenTable Claims = new("Claim", ["property", "value"], [new HiddenType("ABOUT", "Claim")]);

    /// <summary>The register of the fields that need code.</summary>
    private static readonly CodeField[] Code =
    [
        new CollaborationPathField(),
        new CollaborationPathsField(),
        new ShortestPathField(),
        new ShortestPathsField(),
        new SharedWorksField(),
        new DegreeDistributionField(),
        new NeighborhoodField(),
        new CollaboratorsField(),
        new RecurringTeamsField(),
        new CentralPeopleField(),
        new ComponentsField(),
        new DisputesField(),
        new StatisticsField(),
    ];

    public static Domain Create() => Domain.Create(new SourceText(DomainFile, "films.graphql"), "Source", [Claims], Code);

    /// <summary>What the algorithms walk: people and works, joined by credits.</summary>
    public static TopologyModel Topology(Domain domain)
    {
        var works = domain.Model.Tables.Single(t => t.Label == "Work");
        return new TopologyModel
        {
            Types = [.. domain.Model.RelationshipTypes.Where(t => t.IsMerged)],
            Near = domain.Model.Tables.Single(t => t.Label == "Person"),
            Far = works,
            FarValues = works.Property("years"),
            Claims = ClaimsOf(domain.Model),
        };
    }

    private static ClaimModel ClaimsOf(GraphModel model)
    {
        var table = model.Tables.Single(t => t.Label == Claims.Label);
        return new ClaimModel
        {
            Table = table,
            Property = table.Property("property")!,
            Value = table.Property("value")!,
            About = model.RelationshipTypes.Single(t => t.Name == Claims.Types[0].Name),
        };
    }

    private static string Read()
    {
        using var stream = typeof(FilmDomain).Assembly.GetManifestResourceStream("films.graphql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
