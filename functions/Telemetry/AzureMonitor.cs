using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace LocalDiplomacy.Functions.Telemetry;

public static partial class TelemetryRegistration
{
    /// <summary>Application Insights takes telemetry by identity only. The host sends its own: host.json, telemetryMode.</summary>
    static partial void AddExporters(IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(Workflows.Observability.Telemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(Workflows.Observability.Telemetry.Name));
        if (!string.IsNullOrWhiteSpace(configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"]))
            telemetry.UseAzureMonitorExporter(options => options.Credential = new DefaultAzureCredential());
    }
}
