using GraphService.Options;
using Microsoft.Extensions.Primitives;

namespace GraphService.Http;

/// <summary>Refuses requests made to a name that is not this server's (DNS rebinding).</summary>
internal sealed class HostNames(ListenOptions listen)
{
    private readonly StringSegment[] _allowed = [.. listen.AllowedHosts.Select(host => new StringSegment(host))];

    // Nearly every request carries the same Host header.
    private volatile string? _lastAllowed;

    public void Use(IApplicationBuilder app)
    {
        if (!listen.AllowsEveryHost)
        {
            app.Use(next => context => IsAllowed(context.Request) ? next(context) : Reply.RefuseAsync(
                context, ResponseFormat.Json, StatusCodes.Status400BadRequest, HttpErrors.Host(context.Request.Host.Host)));
        }
    }

    private bool IsAllowed(HttpRequest request)
    {
        var header = request.Host.Value;
        if (header is not null && header == _lastAllowed)
        {
            return true;
        }

        var isAllowed = HostString.MatchesAny(request.Host.Host, _allowed);
        if (isAllowed)
        {
            _lastAllowed = header;
        }

        return isAllowed;
    }
}
