using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using LocalDiplomacy.Functions.Tests.Running;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Tests.Administration;

/// <summary>A request as a receiver of alerts reads it.</summary>
public sealed record PostedAlert(string Timestamp, string Signature, string Delivery, string Body);

/// <summary>The sample association under a clock, whose alerts are posted to a receiver on this machine.</summary>
public sealed class AssociationWithAlerts : Association
{
    public const string Secret = "a-secret-of-both-sides-0123456789abcdef";

    private readonly HttpListener _receiver = new();
    private readonly ConcurrentQueue<PostedAlert> _posted = new();
    private ProgramWithAClock _program = null!;
    private Task _receiving = Task.CompletedTask;

    public IReadOnlyList<PostedAlert> Posted => [.. _posted];

    /// <summary>What an operator's tool would do to orchestrations behind the program's back.</summary>
    public DurableTaskClient Engine => _program.Engine;

    /// <summary>So that the watch looks once more.</summary>
    public Task PassAsync(TimeSpan by) => _program.SkipToAsync(_program.Clock.GetUtcNow() + by);

    public override async Task DisposeAsync()
    {
        await _program.DisposeAsync();
        _receiver.Stop();
        await _receiving;
        _receiver.Close();
    }

    protected override async Task<Uri> StartAsync()
    {
        var address = $"http://127.0.0.1:{FreePort()}/hook/";
        _receiver.Prefixes.Add(address);
        _receiver.Start();
        _receiving = ReceiveAsync();
        _program = await ProgramWithAClock.StartAsync(new Dictionary<string, string?> { ["ALERT_WEBHOOK_URL"] = address, ["ALERT_WEBHOOK_SECRET"] = Secret });
        return _program.Address;
    }

    private async Task ReceiveAsync()
    {
        while (_receiver.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _receiver.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new StreamReader(context.Request.InputStream);
            string Header(string name) => context.Request.Headers["X-LocalDiplomacy-" + name] ?? "";
            _posted.Enqueue(new(Header("Timestamp"), Header("Signature"), Header("Delivery"), await body.ReadToEndAsync()));
            context.Response.StatusCode = 204;
            context.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
