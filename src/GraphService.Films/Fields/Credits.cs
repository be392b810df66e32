using GraphService.Graph.Algorithms;
using GraphService.Graph.Model;
using GraphService.Graph.Query;
using GraphService.GraphQL.TypeSystem;

namespace GraphService.Films.Fields;

/// <summary>Roles as the algorithms know them: bits, one for each type of credit, in the order of both enums.</summary>
internal static class Credits
{
    /// <summary>By bit: the name of the role.</summary>
    internal static readonly string[] RoleNames =
    [
        "ACTOR", "DIRECTOR", "WRITER", "CREATOR", "COMPOSER", "CINEMATOGRAPHER", "EDITOR", "PRODUCER", "PRODUCTION_DESIGNER", "SOUND", "CASTING_DIRECTOR", "SELF", "OTHER",
    ];

    /// <summary>The bits of all roles.</summary>
    private static readonly ulong AllRoles = (1UL << RoleNames.Length) - 1;

    private static readonly int[] ByRoleName = [.. Enumerable.Range(0, RoleNames.Length).OrderBy(bit => RoleNames[bit], StringComparer.Ordinal)];

    /// <summary>The bits of a list of roles; an empty list is as absent: all. All of them are every bit, however they are asked for.</summary>
    public static ulong Mask(object? roles)
    {
        var mask = 0UL;
        foreach (var role in roles as object?[] ?? [])
        {
            mask |= 1UL << Array.IndexOf(RoleNames, ((EnumValue)role!).Name);
        }

        return mask == 0 || mask == AllRoles ? ulong.MaxValue : mask;
    }

    /// <summary>The roles of a mask, in the order of declaration.</summary>
    public static List<object?> Roles(ulong mask)
    {
        var roles = new List<object?>();
        for (var bit = 0; bit < RoleNames.Length; bit++)
        {
            if ((mask >> bit & 1) != 0)
            {
                roles.Add(RoleNames[bit]);
            }
        }

        return roles;
    }

    /// <summary>The types by which a person is credited on a work, among a mask.</summary>
    public static ulong Types(Topology topology, int person, int work, ulong mask)
    {
        var types = 0UL;
        foreach (var neighbor in topology.Between(person, work))
        {
            types |= neighbor.TypeMask;
        }

        return types & mask;
    }

    /// <summary>The credits of a mask in their default order, which between one person and one work is the role's name.</summary>
    public static List<object?> References(GraphModel model, int person, int work, ulong mask)
    {
        var types = model.RelationshipTypes.Where(t => t.IsMerged).ToArray();
        return [.. ByRoleName.Where(bit => (mask >> bit & 1) != 0).Select(bit => (object?)new RelationshipRef(person, types[bit].Index, work))];
    }
}
