using System.Buffers;
using GraphService.Graph.Store.Building;
using GraphService.Graph.Text;

namespace GraphService.Films.Derivations;

/// <summary>Gives every person a sort name: the one given, folded, or the one that follows from the name.</summary>
internal static class SortNames
{
    public static void Complete(DraftTable people)
    {
        FilmDerivation.CheckLengths(people, "sortName");
        var names = people.Texts("name");
        var sortNames = people.Texts("sortName");
        var folded = new ArrayBufferWriter<byte>();
        for (var row = 0; row < people.Count; row++)
        {
            folded.ResetWrittenCount();
            Folding.Fold(sortNames.Get(row), folded);
            if (folded.WrittenCount == 0)
            {
                SortName.Append(names.Get(row), folded);
            }

            sortNames.Set(row, folded.WrittenSpan);
        }
    }
}
