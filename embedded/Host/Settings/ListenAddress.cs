using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.EmbeddedHost.Settings;

/// <summary>Where the host listens, ports chosen, and the address by which this machine reaches it.</summary>
internal sealed record ListenAddress(IReadOnlyList<string> Urls, Uri Reachable)
{
    /// <param name="urls">Addresses with ';' between them; the first is the one that is told to people.</param>
    public static ListenAddress Parse(string urls)
    {
        var bindings = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Binding).ToList();
        return bindings is [var first, ..]
            ? new ListenAddress([.. bindings.Select(b => $"http://{b.Host}:{Port(b)}")], Reach(first))
            : throw Misuse(urls);
    }

    private static (string Host, int Port) Binding(string url)
    {
        BindingAddress binding;
        try
        {
            binding = BindingAddress.Parse(url);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw Misuse(url);
        }

        if (binding.Scheme != "http")
            throw new StartupFaultException($"--urls takes http addresses, not '{url}': put a reverse proxy with the certificate in front.", StartupFaultException.Misused);
        if (binding.PathBase.Trim('/').Length > 0 || binding.Port is < 0 or > 65535 || !IsHost(binding.Host))
            throw Misuse(url);
        return (binding.Host, binding.Port == 0 ? FreePort() : binding.Port);
    }

    private static bool IsHost(string host) => host is "*" or "+" || Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var uri) && uri.IsDefaultPort;

    private static string Port((string Host, int Port) binding) => binding.Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>Chosen before the start, so that settings and mails can name it. Another program could take it in between.</summary>
    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static Uri Reach((string Host, int Port) binding)
    {
        var host = binding.Host switch
        {
            "*" or "+" or "0.0.0.0" => "127.0.0.1",
            "[::]" => "[::1]",
            var named => named,
        };
        return new Uri($"http://{host}:{Port(binding)}/");
    }

    private static StartupFaultException Misuse(string url) =>
        new($"'{url}' is no address to listen on; one looks like http://127.0.0.1:7071.", StartupFaultException.Misused);
}
