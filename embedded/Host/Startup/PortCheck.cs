using System.Net;
using System.Net.Sockets;
using LocalDiplomacy.EmbeddedHost.Settings;

namespace LocalDiplomacy.EmbeddedHost.Startup;

/// <summary>
/// Whether the ports are free, asked before anything is opened: the server finds it out too, but tells it as a stack of
/// exceptions in the log.
/// </summary>
internal static class PortCheck
{
    public static void Check(ListenAddress listen)
    {
        foreach (var url in listen.Urls)
            Check(url);
    }

    private static void Check(string url)
    {
        var (host, port) = Split(url);
        using var probe = new TcpListener(Address(host), port);
        try
        {
            probe.Start();
        }
        catch (SocketException refused)
        {
            throw refused.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => Taken(url),
                SocketError.AccessDenied => new StartupFaultException($"{url} needs rights that this program does not have: choose a port above 1023 with --urls."),
                _ => new StartupFaultException($"{url} cannot be listened on: {refused.Message.TrimEnd('.')}."),
            };
        }
    }

    public static StartupFaultException Taken(string urls) => new($"{urls} is taken by another program: choose another with --urls.");

    private static (string Host, int Port) Split(string url)
    {
        var at = url.LastIndexOf(':');
        return (url["http://".Length..at].Trim('[', ']'), int.Parse(url[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static IPAddress Address(string host)
    {
        if (IPAddress.TryParse(host, out var address))
            return address;
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.Any;
    }
}
