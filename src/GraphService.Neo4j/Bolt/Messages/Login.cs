using GraphService.Neo4j.Bolt.PackStream;

namespace GraphService.Neo4j.Bolt.Messages;

/// <summary>Who asks: the entries of LOGON. It is a class without properties, so that no log, debugger or message shows what it holds.</summary>
internal sealed class Login(CypherClientOptions options)
{
    private readonly string? _user = options.User;
    private readonly string _secret = options.Token ?? options.Password ?? "";
    private readonly bool _bearer = options.Token is not null;

    /// <summary>How many entries <see cref="Write"/> writes.</summary>
    public int Entries => _bearer ? 2 : _user is null ? 1 : 3;

    public void Write(PackStreamWriter values)
    {
        values.String("scheme"u8);
        values.String(_bearer ? "bearer"u8 : _user is null ? "none"u8 : "basic"u8);
        if (!_bearer && _user is not null)
        {
            values.String("principal"u8);
            values.String(_user);
        }

        if (_bearer || _user is not null)
        {
            values.String("credentials"u8);
            values.String(_secret);
        }
    }
}
