using System.Globalization;

namespace GraphService.Benchmarks;

/// <summary>
/// Writes a film graph of any size as a graph folder, always the same one: a few people have very many credits, most have few, and directors go on working
/// with the people of their last film.
/// </summary>
internal static class GeneratedGraph
{
    private static readonly string[] Crew = ["WROTE", "COMPOSED_FOR", "PHOTOGRAPHED", "EDITED", "PRODUCED"];

    public static void Write(string folder, int people, int works, int credits)
    {
        var random = new Random(20250606);
        Directory.CreateDirectory(folder);
        Write(folder, "people.csv", "id:ID,name,:LABEL", Enumerable.Range(0, people).Select(p => string.Create(CultureInfo.InvariantCulture, $"p{p},Person {p} Nr{p % 1000},Person")));
        Write(folder, "works.csv", "id:ID,title,years:int[],:LABEL", Enumerable.Range(0, works).Select(w => string.Create(CultureInfo.InvariantCulture, $"w{w},Work {w},{1920 + (w % 105)},Work;Film")));
        Write(folder, "credits.csv", ":START_ID,:END_ID,:TYPE,billing:int", Credits(random, people, works, credits));
    }

    private static IEnumerable<string> Credits(Random random, int people, int works, int credits)
    {
        var teams = new Dictionary<int, List<int>>();
        var newcomer = 0;
        for (var work = 0; work < works; work++)
        {
            var size = (int)((long)credits * (work + 1) / works) - (int)((long)credits * work / works);
            var director = Known(random, people);
            var last = teams.GetValueOrDefault(director, []);
            var team = new List<int>();
            for (var place = 0; place < size; place++)
            {
                var chance = random.NextDouble();
                var person = place == 0 ? director
                    : newcomer < people && chance < 1.2 * people / credits ? newcomer++
                    : last.Count > 0 && chance > 0.8 ? last[random.Next(last.Count)]
                    : Known(random, people);
                team.Add(person);
                var kind = place == 0 ? "DIRECTED" : place <= 2 ? Crew[random.Next(Crew.Length)] : "ACTED_IN";
                yield return string.Create(CultureInfo.InvariantCulture, $"p{person},w{work},{kind},{(place > 2 ? place - 2 : "")}");
            }

            teams[director] = team;
        }
    }

    // The fourth power of chance: the first people come up far more often than the last.
    private static int Known(Random random, int people) => (int)(people * Math.Pow(random.NextDouble(), 4));

    private static void Write(string folder, string name, string header, IEnumerable<string> lines) =>
        File.WriteAllLines(Path.Combine(folder, name), [header, .. lines]);
}
