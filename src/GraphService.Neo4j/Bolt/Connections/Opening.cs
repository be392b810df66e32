using GraphService.Neo4j.Bolt.Messages;

namespace GraphService.Neo4j.Bolt.Connections;

/// <summary>From a socket to a connection that is logged in: handshake, HELLO and LOGON. (Bolt specification, Handshake and Server State.)</summary>
internal static class Opening
{
    /// <summary>Agrees on a version and logs in, with one flush each.</summary>
    public static async ValueTask OpenAsync(Exchange exchange, ConnectionSettings settings, CancellationToken cancel)
    {
        var choice = await AgreeAsync(exchange, settings, cancel).ConfigureAwait(false);
        var transport = exchange.Transport;
        if (choice.FromManifest)
        {
            transport.Outgoing.Raw(Handshake.Answer(choice.Version));
        }

        Requests.Hello(transport.Outgoing, choice.Version, settings.Login, settings.Routing);
        if (choice.Version.HasLogon)
        {
            Requests.Logon(transport.Outgoing, settings.Login);
        }

        await exchange.FlushAsync(choice.Version.HasLogon ? 2 : 1, cancel).ConfigureAwait(false);
        var hello = await exchange.AnswerAsync(Answers.ReadHello, cancel).ConfigureAwait(false);
        var expired = hello.CredentialsExpired;
        if (choice.Version.HasLogon)
        {
            expired |= (await exchange.AnswerAsync(Answers.ReadHello, cancel).ConfigureAwait(false)).CredentialsExpired;
        }

        if (expired)
        {
            throw new ServerFailureException(FailureCodes.CredentialsExpired);
        }

        transport.SilenceMilliseconds = hello.SilenceSeconds is { } seconds and < int.MaxValue ? seconds * 1000 : Clock.Never;
        transport.Rest();
        settings.Log.Opened(transport.Address, hello.Server ?? "?", choice.Version.ToString());
    }

    private static async ValueTask<HandshakeChoice> AgreeAsync(Exchange exchange, ConnectionSettings settings, CancellationToken cancel)
    {
        var transport = exchange.Transport;
        transport.Outgoing.Raw(Handshake.Offer);
        try
        {
            await exchange.FlushAsync(0, cancel).ConfigureAwait(false);
            HandshakeChoice choice;
            int length;
            while ((length = Handshake.Read(transport.Incoming.Peek(), out choice)) == 0)
            {
                await exchange.ReceiveAsync(cancel).ConfigureAwait(false);
            }

            transport.Incoming.Consume(length);
            return choice;
        }
        catch (ConnectionLostException e)
        {
            var tls = settings.Uri.Tls ? "" : "it may take TLS only (then use the scheme with +s or +ssc), ";
            throw new ConnectionLostException(
                e.Loss,
                $"{transport.Address} closed the connection without an answer to the handshake: {tls}it may be no Bolt port, "
                + "or know no version that this client speaks (5.8 to 5.0 and 4.4).",
                e);
        }
    }
}
