namespace GraphService.Neo4j.Loading;

/// <summary>Some rows of a step: what one transaction writes.</summary>
/// <param name="Number">Its place among all batches of an import, from 0: the mark that it needs, and raises.</param>
/// <param name="Step">The step.</param>
/// <param name="First">The first row.</param>
/// <param name="Count">How many.</param>
internal readonly record struct Batch(long Number, LoadStep Step, int First, int Count)
{
    /// <summary>How rows are parted. To be raised with any change here, in <see cref="ByteCounter"/> or in what steps write: a killed import goes on by the number of a batch.</summary>
    public const int Version = 1;

    /// <summary>About where a transaction costs least for each row.</summary>
    public const int MaxRows = 5000;

    /// <summary>Rows are few where they are large: a server's heap may be small.</summary>
    public const long MaxBytes = 8 << 20;

    /// <summary>Parts the rows of the steps; always in the same way.</summary>
    public static IEnumerable<Batch> Of(IEnumerable<LoadStep> steps)
    {
        var number = 0L;
        var counter = new ByteCounter();
        foreach (var step in steps)
        {
            var first = 0;
            counter.Clear();
            for (var row = 0; row < step.Count; row++)
            {
                var before = counter.Bytes;
                step.WriteRow(row, counter);
                if (row > first && (row - first == MaxRows || counter.Bytes > MaxBytes))
                {
                    yield return new Batch(number++, step, first, row - first);
                    first = row;
                    counter.Clear(counter.Bytes - before);
                }
            }

            if (first < step.Count)
            {
                yield return new Batch(number++, step, first, step.Count - first);
            }
        }
    }
}
