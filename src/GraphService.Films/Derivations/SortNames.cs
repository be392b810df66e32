using System.Buffers;
using GraphService.Graph.Model;
using GraphService.Graph.Store;
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

            else if (folded.WrittenCount > sortNames.Get(row).Length)
            {
                // Folding may write one character as several.
                FilmDerivation.CheckLength(people, "sortName", row, folded.WrittenSpan);
            }

            sortNames.Set(row, folded.WrittenSpan);
        }
    }

    /// <summary>True when a person's sort name is the one that follows from the name.</summary>
    public static bool Follows(GraphSnapshot graph, int person, NodeTable people)
    {
        var row = graph.LocalNode(person);
        ReadOnlySpan<byte> Value(string property) =>
            ((TextColumn)graph.NodeColumns[people.Index][people.Property(property)!.Index]).Values[row] is { IsNull: false } text ? graph.Text(text) : default;
        var derived = new ArrayBufferWriter<byte>();
        SortName.Append(Value("name"), derived);
        return derived.WrittenSpan.SequenceEqual(Value("sortName"));
    }
}
