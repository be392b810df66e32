namespace GraphService.Neo4j.Tests.TwoStores;

/// <summary>Smaller variants of what chance made up.</summary>
internal static class Shrinking
{
    /// <summary>Arrays without some of the items, half of them first; then with one item made smaller.</summary>
    /// <param name="items">The array.</param>
    /// <param name="smaller">Smaller variants of an item.</param>
    /// <param name="least">How many items have to stay.</param>
    /// <param name="mayGo">Whether an item may be left out; null: any.</param>
    public static IEnumerable<T[]> Arrays<T>(T[] items, Func<T, IEnumerable<T>> smaller, int least, Func<T, bool>? mayGo = null)
    {
        for (var part = (items.Length + 1) / 2; part > 0; part /= 2)
        {
            for (var at = 0; at + part <= items.Length; at += part)
            {
                if (items.Length - part >= least && (mayGo is null || items[at..(at + part)].All(mayGo)))
                {
                    yield return [.. items[..at], .. items[(at + part)..]];
                }
            }
        }

        for (var i = 0; i < items.Length; i++)
        {
            foreach (var less in smaller(items[i]))
            {
                yield return [.. items[..i], less, .. items[(i + 1)..]];
            }
        }
    }
}
