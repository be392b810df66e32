using GraphService.Graph.Model;
using GraphService.Graph.Store.Building;
using GraphService.Graph.Text;

namespace GraphService.Graph.Files.Csv;

/// <summary>Limits of names and aliases, in characters (code points).</summary>
internal static class NameLimits
{
    private const int MaxName = 1000;
    private const int MaxNames = 8000;

    /// <summary>Checks the names of the record that a file has just read.</summary>
    public static void Check(GraphDraft draft, NodeTable table, RowBinding binding, GraphRecord file, Position position)
    {
        var nameField = table.Name is { } name ? binding.FieldOf(name.Name) : -1;
        var aliasField = table.Aliases is { } aliases ? binding.FieldOf(aliases.Name) : -1;
        var nameText = nameField < 0 ? default : file[nameField];
        var aliasText = aliasField < 0 ? default : file[aliasField];

        // A character takes at least one byte.
        if (nameText.Length + aliasText.Length <= MaxName)
        {
            return;
        }

        var total = CharacterCount.Of(nameText);
        if (total > MaxName)
        {
            draft.Fault(position, nameField, TooLong($"the {table.Name!.Name}", total));
        }

        foreach (var range in aliasText.Split((byte)';'))
        {
            var length = CharacterCount.Of(aliasText[range]);
            total += length;
            if (length > MaxName)
            {
                draft.Fault(position, aliasField, TooLong($"an item of {table.Aliases!.Name}", length));
            }
        }

        if (total > MaxNames)
        {
            draft.Fault(position, aliasField < 0 ? nameField : aliasField,
                $"the names of this node have {total} characters together: {MaxNames} at most");
        }
    }

    private static string TooLong(string what, int length) => $"{what} has {length} characters: {MaxName} at most";
}
