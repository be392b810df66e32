using GraphService.Graph.Algorithms.Groups;
using GraphService.Graph.Query;

namespace GraphService.Films.Fields;

/// <summary>What a cursor tells of a team.</summary>
/// <param name="Works">How many works it shares.</param>
/// <param name="Members">Its members' numbers; of an id that is gone, the complement of the number that follows its place.</param>
internal sealed record TeamCursor(long Works, int[] Members)
{
    public static TeamCursor Read(ComputeContext context, Cursor cursor)
    {
        var keys = cursor.Keys;
        return keys.Length == 0
            ? new TeamCursor(long.MaxValue, [])
            : new TeamCursor(keys[0].Number, [.. keys.Skip(1).Select(key => context.Nodes.PlaceOf(key.Text))]);
    }

    public static string Write(ComputeContext context, BoundSlot slot, ClosedGroup team)
    {
        var cursor = new Cursor.Builder();
        cursor.Begin(slot.CursorSeal);
        cursor.Add(team.Shared.Length);
        foreach (var member in team.Members)
        {
            cursor.Add(context.Nodes.Id(member));
        }

        return cursor.ToString();
    }
}
