using GraphService.Neo4j.Bolt.Messages;
using GraphService.Neo4j.Bolt.PackStream;

namespace GraphService.Neo4j.Bolt.Connections;

/// <summary>
/// Requests and their answers over one transport. Each request has one answer, in order: SUCCESS, FAILURE or IGNORED; records stand before it. (Bolt
/// specification, Messages.)
/// </summary>
internal sealed class Exchange(Transport transport)
{
    // How many requests have no answer yet.
    private int _outstanding;

    public delegate T AnswerReader<T>(ref PackStreamReader metadata);

    public Transport Transport => transport;

    /// <summary>Half a flush was sent, or the answers are not understood: nothing more can be asked.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Sends what was written: so many more requests.</summary>
    public async ValueTask FlushAsync(int requests, CancellationToken cancel)
    {
        _outstanding += requests;
        try
        {
            await transport.FlushAsync(cancel).ConfigureAwait(false);
        }
        catch
        {
            IsBroken = true;
            throw;
        }
    }

    public ValueTask ReceiveAsync(CancellationToken cancel) => transport.ReceiveAsync(cancel);

    /// <summary>The next message; false: more must be received first. The reader stands before its field.</summary>
    public bool TryRead(out PackStreamReader message, out byte tag)
    {
        if (!transport.Incoming.TryRead(out var bytes))
        {
            message = default;
            tag = 0;
            return false;
        }

        message = new PackStreamReader(bytes);
        tag = Answers.Begin(ref message);
        _outstanding -= tag == MessageTag.Record ? 0 : 1;
        return true;
    }

    /// <summary>The answer to the oldest request.</summary>
    /// <exception cref="ServerFailureException">It is FAILURE.</exception>
    public async ValueTask<T> AnswerAsync<T>(AnswerReader<T> read, CancellationToken cancel)
    {
        T answer;
        while (!TryAnswer(read, out answer))
        {
            await ReceiveAsync(cancel).ConfigureAwait(false);
        }

        return answer;
    }

    /// <summary>Reads over everything up to the answer to the newest request.</summary>
    /// <returns>Whether that is SUCCESS.</returns>
    public async ValueTask<bool> LastAnswerAsync(CancellationToken cancel)
    {
        bool success;
        while (!TrySkipToLast(out success))
        {
            await ReceiveAsync(cancel).ConfigureAwait(false);
        }

        return success;
    }

    private bool TryAnswer<T>(AnswerReader<T> read, out T answer)
    {
        if (!TryRead(out var message, out var tag))
        {
            answer = default!;
            return false;
        }

        answer = tag switch
        {
            MessageTag.Success => read(ref message),
            MessageTag.Failure => throw new ServerFailureException(Answers.ReadFailure(ref message)),
            _ => throw new BoltProtocolException("The server answered with a message that cannot stand there."),
        };
        return true;
    }

    private bool TrySkipToLast(out bool success)
    {
        while (TryRead(out _, out var tag))
        {
            if (_outstanding == 0 && tag != MessageTag.Record)
            {
                success = tag == MessageTag.Success;
                return true;
            }
        }

        success = false;
        return false;
    }
}
