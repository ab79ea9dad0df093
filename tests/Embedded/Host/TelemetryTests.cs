using System.Collections.Concurrent;
using System.Text;
using LocalDiplomacy.EmbeddedHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Embedded.Tests.Host;

public sealed class TelemetryTests : IDisposable
{
    private readonly TestSurroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task Requests_are_told_without_their_paths_and_queries()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = await CollectorAsync(received);
        _surroundings.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First();
        _surroundings.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";

        await using (var host = await RunningHost.StartAsync(_surroundings))
            await host.Client.GetAsync(new Uri("review/A-secret-token?of=somebody", UriKind.Relative));

        var traces = received["/v1/traces"];
        Assert.Contains("http.response.status_code", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody", traces, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.DoesNotContain("secret", received["/v1/metrics"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_collector_without_an_address_is_one_line()
    {
        _surroundings.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "collector";

        var fault = Assert.Throws<StartupFaultException>(() => RunningHost.Builder(_surroundings));

        Assert.StartsWith("OTEL_EXPORTER_OTLP_ENDPOINT is no http or https address", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentDictionary<string, string> received)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.AddOrUpdate(http.Request.Path, _ => Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
        });
        await app.StartAsync();
        return app;
    }
}
