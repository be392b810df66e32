using System.Security.Cryptography.X509Certificates;

namespace GraphService.Neo4j.Tests.Bolt.Scripted;

/// <summary>
/// What happens on one connection, step by step: what the client is expected to send, and what the server then sends. After the last step the client
/// may only say GOODBYE and end.
/// </summary>
internal sealed class Script
{
    private static readonly byte[] _magic = [0x60, 0x60, 0xB0, 0x17];

    private readonly List<(string What, Func<ScriptedConnection, Task> Play)> _steps = [];

    public IReadOnlyList<(string What, Func<ScriptedConnection, Task> Play)> Steps => _steps;

    public Script Step(string what, Func<ScriptedConnection, Task> play)
    {
        _steps.Add((what, play));
        return this;
    }

    /// <summary>Appends another script.</summary>
    public Script Then(Script next)
    {
        _steps.AddRange(next._steps);
        return this;
    }

    /// <summary>The client's magic and its four proposals.</summary>
    public Script Handshake() => Step("the handshake", async connection =>
    {
        var bytes = await connection.Take(20) ?? throw new ScriptException("the client ended in the handshake");
        if (!bytes.AsSpan(0, 4).SequenceEqual(_magic))
        {
            throw new ScriptException($"the client began with {Convert.ToHexString(bytes)}");
        }

        connection.Offer = bytes[4..];
    });

    /// <summary>What the client chooses of a manifest: a version, and no capabilities.</summary>
    public Script Choice(string hex) => Step("the choice " + hex, async connection =>
    {
        var bytes = Convert.ToHexString(await connection.Take(5) ?? []);
        if (!bytes.Equals(hex, StringComparison.OrdinalIgnoreCase))
        {
            throw new ScriptException($"the client chose {bytes}, not {hex}");
        }
    });

    /// <summary>A message of the client. The check returns what is wrong with it, or null.</summary>
    public Script Expect(string name, Func<BoltMessage, string?>? check = null) => Step(name, async connection =>
    {
        var message = await connection.Receive() ?? throw new ScriptException($"the client ended instead of {name}");
        if (message.Name != name)
        {
            throw new ScriptException($"the client sent {message} instead of {name}");
        }

        if (check?.Invoke(message) is { } wrong)
        {
            throw new ScriptException($"{wrong}: {message}");
        }
    });

    /// <summary>The client ends the connection here; what it still sends does not matter.</summary>
    public Script ClientEnds() => Step("the end of the connection", async connection =>
    {
        while (await connection.Take(1) is not null)
        {
        }
    });

    /// <summary>Bytes of the server that are no message.</summary>
    public Script Send(byte[] bytes) => Step("bytes", connection => connection.Send(bytes));

    public Script Send(string hex) => Send(Convert.FromHexString(hex));

    /// <summary>A message of the server, encoded already.</summary>
    public Script Answer(byte[] payload) => Step("an answer", connection => connection.Answer(payload));

    /// <summary>A message of the server.</summary>
    public Script Answer(string name, params List<object?> fields) => Answer(new BoltMessage(name, fields).Encode());

    /// <summary>The server closes the connection at a message boundary, or where <see cref="Send(byte[])"/> left off.</summary>
    public Script End() => Step("the end", connection =>
    {
        connection.End();
        return Task.CompletedTask;
    }).ClientEnds();

    /// <summary>The server resets the connection.</summary>
    public Script Abort() => Step("the reset of the connection", connection =>
    {
        connection.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Tells the test that the script came here.</summary>
    public Script Tell(TaskCompletionSource signal) => Step("a signal", _ =>
    {
        signal.TrySetResult();
        return Task.CompletedTask;
    });

    /// <summary>Tells the test when a step of this name is the next one.</summary>
    public Script TellAt(string what, TaskCompletionSource signal)
    {
        var at = _steps.FindIndex(step => step.What == what);
        _steps.Insert(at, ("a signal", _ =>
        {
            signal.TrySetResult();
            return Task.CompletedTask;
        }));
        return this;
    }

    /// <summary>Goes on when the test says so.</summary>
    public Script Await(Task signal) => Step("the test's signal", _ => signal.WaitAsync(ScriptedServer.Patience));

    /// <summary>From here on the connection is encrypted.</summary>
    public Script Encrypt(X509Certificate2 certificate) => Step("the TLS handshake", connection => connection.Encrypt(certificate));
}
