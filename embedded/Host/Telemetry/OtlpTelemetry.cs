using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LocalDiplomacy.EmbeddedHost.Telemetry;

/// <summary>
/// Sends traces, metrics and logs by OTLP. Everything about where to and how is read from OpenTelemetry's own settings
/// (OTEL_EXPORTER_OTLP_*, OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES).
/// </summary>
internal sealed class OtlpTelemetry(IConfiguration configuration) : IHostedService, IDisposable
{
    private static readonly string[] _sources = ["LocalDiplomacy", "Microsoft.DurableTask", RequestSpans.Source];
    private static readonly string[] _meters = ["LocalDiplomacy", "LocalDiplomacy.DurableTask", "Microsoft.AspNetCore.Hosting", "System.Runtime"];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public static void AddTo(WebApplicationBuilder builder)
    {
        // The first service to start and the last to stop: the others' last words are sent too.
        builder.Services.AddHostedService<OtlpTelemetry>();
        builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(Describe(ResourceBuilder.CreateDefault())).AddOtlpExporter());
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder().ConfigureServices(Settings).ConfigureResource(resource => Describe(resource))
            .AddSource(_sources).AddProcessor(new RequestSpans()).AddOtlpExporter().Build();
        _metrics = Sdk.CreateMeterProviderBuilder().ConfigureServices(Settings).ConfigureResource(resource => Describe(resource))
            .AddMeter(_meters).AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what is left, for some seconds at most.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <summary>local.settings.json counts as the environment does.</summary>
    private void Settings(IServiceCollection services) => services.AddSingleton(configuration);

    private static ResourceBuilder Describe(ResourceBuilder resource) => resource
        .AddService("localdiplomacy", serviceVersion: typeof(OtlpTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddEnvironmentVariableDetector();
}
