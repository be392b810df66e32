using GraphService.Neo4j.Bolt;
using static GraphService.Neo4j.Tests.Bolt.Scripted.ScriptExtensions;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>Many calls at once over few connections, on a server that fails, ends and resets connections at random: whoever gets an answer gets the whole answer to its own question.</summary>
public sealed class ChaosTests
{
    private const int Callers = 12;
    private const int Calls = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nobody_gets_a_part_of_an_answer_or_that_of_another(int seed)
    {
        await using var server = ScriptedServer.Always(number => new Script().Login().Step("statements", connection => Answer(connection, new Random((1000 * seed) + number))));
        var answered = 0;

        await Talk.With(
            server,
            client => Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
            {
                Random random = new((1000 * seed) - caller);
                for (var i = 0; i < Calls; i++)
                {
                    if (await Ask(client, (caller * Calls) + i, random))
                    {
                        Interlocked.Increment(ref answered);
                    }
                }
            }))),
            options => options with
            {
                MaxConnections = 4, FetchSize = 3, RetryFor = TimeSpan.FromSeconds(60), TimeProvider = new FakeTime { Skip = wait => wait != TimeSpan.FromSeconds(2) && wait < TimeSpan.FromSeconds(3) },
            });

        Assert.InRange(answered, Callers * Calls / 4, Callers * Calls);
    }

    /// <summary>Asks for the rows of a number. Whether there was an answer; that it is the right one is asserted.</summary>
    private static async Task<bool> Ask(BoltClient client, int number, Random random)
    {
        using CancellationTokenSource cancel = new();
        var last = random.Next(5) == 0 ? random.Next(8) : -1;
        Rows rows = new()
        {
            AfterRow = row =>
            {
                if (row == last)
                {
                    cancel.Cancel();
                }
            },
        };
        var expected = string.Join(' ', Enumerable.Range(0, number % 8).Select(i => $"({number}, {i})"));
        try
        {
            await client.RunAsync(new CypherStatement("RETURN $n"), new RecordedParameters(Map(("n", (long)number))), rows, new CypherRun(AccessMode.Read, Timeout.InfiniteTimeSpan), cancel.Token);
            Assert.Equal(expected, LastRun());
            return true;
        }
        catch (Exception e) when (e is CypherException { Failure: CypherFailure.Unavailable or CypherFailure.Protocol or CypherFailure.Statement } || (e is OperationCanceledException && cancel.IsCancellationRequested))
        {
            Assert.StartsWith(LastRun(), expected, StringComparison.Ordinal);
            return false;
        }

        string LastRun() => rows.ToString().Split("restart")[^1].Trim();
    }

    private static async Task Answer(ScriptedConnection connection, Random random)
    {
        var (number, next, failed) = (0L, 0L, false);
        while (await connection.Receive() is { } message && message.Name != "GOODBYE")
        {
            switch (message.Name)
            {
                case "RESET":
                    failed = false;
                    await Send("SUCCESS", Map());
                    break;
                case "PULL" when failed:
                    await Send("IGNORED");
                    break;
                case "RUN":
                    (number, next) = ((long)message.Map(1)["n"]!, 0);
                    failed = random.Next(12) == 0;
                    await (failed ? Failure() : Send("SUCCESS", Map(("fields", List("n", "i")))));
                    break;
                default:
                    for (var rows = (long)message.Map(0)["n"]!; rows > 0 && next < number % 8 && !failed; rows--)
                    {
                        switch (random.Next(60))
                        {
                            case 0:
                                failed = true;
                                await Failure();
                                break;
                            case 1:
                                await connection.Send([0x00, 0x05, 0xB1]);
                                connection.End();
                                while (await connection.Take(1) is not null)
                                {
                                }

                                return;
                            case 2:
                                connection.Abort();
                                return;
                            default:
                                await Send("RECORD", [List(number, next++)]);
                                break;
                        }
                    }

                    if (!failed)
                    {
                        await Send("SUCCESS", next < number % 8 ? Map(("has_more", true)) : Map(("type", "r")));
                    }

                    break;
            }
        }

        Task Send(string name, params List<object?> fields) => connection.Answer(new BoltMessage(name, fields).Encode());

        Task Failure() => Send("FAILURE", Map(("neo4j_code", random.Next(4) switch
        {
            0 => "Neo.TransientError.Transaction.DeadlockDetected",
            1 => "Neo.TransientError.General.DatabaseUnavailable",
            2 => "Neo.ClientError.Request.Invalid",
            _ => "Neo.ClientError.Statement.ArithmeticError",
        }), ("message", "text of the server")));
    }
}
