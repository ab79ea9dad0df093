using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LocalDiplomacy.Functions.Telemetry;

/// <summary>Where the program's spans and metrics go is the host's matter: the embedded one sends them itself, Azure's worker does here.</summary>
public static partial class TelemetryRegistration
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        AddExporters(services, configuration);
        return services;
    }

    /// <summary>AzureMonitor.cs, which only the build for Azure compiles.</summary>
    static partial void AddExporters(IServiceCollection services, IConfiguration configuration);
}
