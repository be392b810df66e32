using GraphService.Films.Fields;
using GraphService.Films.Tests.TestSupport;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Films.Tests.Fields;

public class CreditsTests
{
    [Fact]
    public void Bits_stand_for_roles_and_types_of_credits_in_one_order()
    {
        var types = FilmDomain.Topology(FilmService.Domain).Types;
        var roles = ((EnumType)FilmService.Domain.Schema.Type("Role")!).Values;
        Assert.Equal(roles.Select(r => r.Name), Credits.RoleNames);
        Assert.Equal(roles.Count, types.Count);
        Assert.Equal(["ACTED_IN", "DIRECTED", "WROTE", "CREATED", "COMPOSED_FOR", "PHOTOGRAPHED", "EDITED", "PRODUCED", "DESIGNED", "SOUND", "CASTING", "APPEARED_IN", "WORKED_ON"], types.Select(t => t.Name));
    }
}
