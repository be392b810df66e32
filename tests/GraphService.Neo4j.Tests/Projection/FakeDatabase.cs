using System.Text;
using GraphService.Neo4j.Projection;

namespace GraphService.Neo4j.Tests.Projection;

/// <summary>A database as a store sees it: a version, two people and the works that they share, and whatever a test answers to requests.</summary>
internal sealed class FakeDatabase : ICypherClient
{
    private readonly Lock _gate = new();
    private readonly List<string> _requests = [];

    public string Slot { get; set; } = "GraphA";

    public long? Number { get; set; } = 1;

    public bool IsPreviousKept { get; set; }

    public string Fingerprint { get; set; } = "first";

    public long Format { get; set; } = StoredNames.FormatVersion;

    /// <summary>How often the projection was loaded.</summary>
    public int Loads { get; private set; }

    /// <summary>Thrown instead of an answer.</summary>
    public CypherException? Failure { get; set; }

    /// <summary>Makes the columns of a request's row, those of the version apart.</summary>
    public Func<string, object?[]> Answer { get; set; } = _ => [];

    /// <summary>Happens before a request is answered.</summary>
    public Action BeforeAnswer { get; set; } = () => { };

    /// <summary>Is waited for before the projection's relationships are answered.</summary>
    public Task BeforeProjection { get; set; } = Task.CompletedTask;

    /// <summary>By slot: each person's credits, as work and type.</summary>
    public Dictionary<string, object?[][]> Credits { get; } = new()
    {
        ["GraphA"] = [[1L, Items(Items(3L, "ACTED_IN"))], [2L, Items(Items(3L, "DIRECTED"))]],
        ["GraphB"] = [[1L, Items(Items(3L, "ACTED_IN"), Items(4L, "ACTED_IN"))], [2L, Items(Items(3L, "DIRECTED"), Items(4L, "WROTE"))]],
    };

    /// <summary>What requests sent, the watch's own statements apart.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>A list.</summary>
    public static object Items(params object?[] items) => items;

    public async ValueTask RunAsync(CypherStatement statement, ICypherParameters parameters, IRowSink rows, CypherRun run, CancellationToken cancel)
    {
        if (Failure is { } failure)
        {
            throw failure;
        }

        if (statement == VersionRows.Statement)
        {
            Push(rows, Number is null ? [] : [[Slot, Number, IsPreviousKept, Fingerprint, Format]]);
        }
        else if (statement.Text.Contains("id(n)", StringComparison.Ordinal) || statement.Text.Contains("AS relationships", StringComparison.Ordinal))
        {
            await ProjectAsync(statement.Text, rows, cancel);
        }
        else
        {
            lock (_gate)
            {
                _requests.Add(statement.Text);
            }

            BeforeAnswer();
            Push(rows, Number is null ? [] : [[Slot, Number, IsPreviousKept, Fingerprint, .. Answer(statement.Text)]]);
        }
    }

    public void ForgetBookmarks()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Pushes rows; texts may be given as UTF-8, and numbers boxed.</summary>
    public static void Push(IRowSink sink, IReadOnlyList<object?[]> rows)
    {
        foreach (var row in rows)
        {
            sink.BeginRow(row.Length);
            foreach (var value in row)
            {
                Push(sink, value);
            }

            sink.EndRow();
        }
    }

    private static void Push(IValueSink sink, object? value)
    {
        switch (value)
        {
            case null:
                sink.Null();
                break;
            case bool flag:
                sink.Bool(flag);
                break;
            case long number:
                sink.Int(number);
                break;
            case byte[] text:
                sink.Text(text);
                break;
            case string text:
                sink.Text(Encoding.UTF8.GetBytes(text));
                break;
            case object?[] items:
                sink.BeginList(items.Length);
                foreach (var item in items)
                {
                    Push(sink, item);
                }

                sink.EndList();
                break;
        }
    }

    private async Task ProjectAsync(string statement, IRowSink rows, CancellationToken cancel)
    {
        if (statement.Contains("COLLECT", StringComparison.Ordinal))
        {
            Loads++;
            await BeforeProjection.WaitAsync(cancel);
            Push(rows, Credits[statement.Contains("GraphA", StringComparison.Ordinal) ? "GraphA" : "GraphB"]);
        }
        else if (statement.Contains(":Person:", StringComparison.Ordinal))
        {
            Push(rows, [[1L, "a", "alpha"], [2L, "b", "beta"]]);
        }
        else if (statement.Contains(":Film:", StringComparison.Ordinal))
        {
            Push(rows, [[3L, "w1", 2000L, "One", Items(2000L, 2001L)], [4L, "w2", null, "Two", null]]);
        }
    }
}
