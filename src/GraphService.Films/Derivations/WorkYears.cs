using GraphService.Graph.Store.Building;
using GraphService.Graph.Text;

namespace GraphService.Films.Derivations;

/// <summary>
/// Completes <c>year</c> and <c>years</c> from each other; a work that has neither takes the year of its earliest release.
/// </summary>
internal static class WorkYears
{
    /// <summary>No release has a date; dates have four digits for the year.</summary>
    private const int None = int.MaxValue;

    public static void Complete(DraftTable works, DraftType releases)
    {
        var year = works.Ints("year");
        var years = works.IntLists("years");
        int[]? released = null;
        for (var row = 0; row < works.Count; row++)
        {
            var given = years.Get(row);
            if (year.Get(row) is not { } preferred)
            {
                released ??= EarliestYears(works, releases);
                if (given.IsEmpty && released[row] == None)
                {
                    continue;
                }

                preferred = given.IsEmpty ? released[row] : given[0];

                year.Set(row, preferred);
            }
            else if (!given.IsEmpty && !given.Contains(preferred))
            {
                works.Fault(row, "year", $"{preferred} is not among the years {string.Join(", ", given.ToArray())}: add it, or leave it out");
            }

            if (given.IsEmpty)
            {
                years.Set(row, preferred);
            }
        }
    }

    private static int[] EarliestYears(DraftTable works, DraftType releases)
    {
        var earliest = new int[works.Count];
        Array.Fill(earliest, None);
        var dates = releases.Texts("date");
        for (var row = 0; row < releases.Count; row++)
        {
            var (table, work) = releases.Start(row);
            if (table == works && PartialDate.IsValid(dates.Get(row)))
            {
                earliest[work] = Math.Min(earliest[work], PartialDate.YearOf(dates.Get(row)));
            }
        }

        return earliest;
    }
}
