using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>
/// Where a request comes from, as far as the parts in front of the program can be believed: each appends the address that
/// called it to X-Forwarded-For. Whatever a caller wrote there themselves stands further left, and is not read.
/// </summary>
internal static class ClientAddress
{
    private const string Header = "X-Forwarded-For";

    /// <summary>Of those whose address cannot be read: they are counted together.</summary>
    public const string Unknown = "unknown";

    /// <summary>The bytes of an IPv6 address that name a network: whoever has one has all addresses in it.</summary>
    private const int NetworkBytes = 8;

    /// <param name="trustedProxies">How many parts stand in front and append; 0: the connection itself is the caller's.</param>
    /// <returns>An IPv4 address or an IPv6 network; null: it comes from this machine.</returns>
    public static string? Of(HttpRequest request, int trustedProxies)
    {
        ArgumentNullException.ThrowIfNull(request);
        var said = request.Headers[Header].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return trustedProxies == 0 || said.Length == 0
            ? request.HttpContext.Connection.RemoteIpAddress is { } connected ? NameOf(connected) : Unknown
            : Read(said[Math.Max(0, said.Length - trustedProxies)]) is { } address ? NameOf(address) : Unknown;
    }

    /// <summary>With or without a port, as App Service writes it: "203.0.113.7:51234", "[2001:db8::1]:443".</summary>
    private static IPAddress? Read(string said) => IPEndPoint.TryParse(said, out var found) ? found.Address : null;

    private static string? NameOf(IPAddress address)
    {
        if (IPAddress.IsLoopback(address)) return null;
        if (address.IsIPv4MappedToIPv6) return NameOf(address.MapToIPv4());
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().Take(NetworkBytes), .. new byte[NetworkBytes]]) + "/64" : address.ToString();
    }
}
