using System.Net;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.EmbeddedHost.Mailbox;

/// <summary>
/// Whether a request comes from this machine: the mailbox holds links and codes that are as good as a signature. A proxy
/// on this machine would hand on the world's requests, and a page of the world could point a name of its own here; hence
/// also no forwarded requests, and no foreign host names.
/// </summary>
internal static class ThisMachine
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] ForwardedBy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via"];

    public static bool Asks(HttpContext http, string reachableHost) =>
        IsHere(http.Connection)
        && !ForwardedBy.Any(http.Request.Headers.ContainsKey)
        && Names.Append(reachableHost).Contains(http.Request.Host.Host, StringComparer.OrdinalIgnoreCase);

    private static bool IsHere(ConnectionInfo connection) =>
        connection.RemoteIpAddress is { } remote
        && (IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote)
            || remote.Equals(connection.LocalIpAddress));
}
