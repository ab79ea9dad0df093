using LocalDiplomacy.EmbeddedHost.Settings;
using Microsoft.AspNetCore.Builder;

namespace LocalDiplomacy.EmbeddedHost.Telemetry;

/// <summary>Telemetry leaves this machine only where somebody said where to; until then not even its code is loaded.</summary>
internal static class TelemetrySwitch
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static bool IsOn(HostSettings settings) => settings.Given(Endpoint) is not null;

    public static void AddWhereAsked(WebApplicationBuilder builder, HostSettings settings)
    {
        if (settings.Given(Endpoint) is not { } endpoint)
            return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            throw new StartupFaultException($"{Endpoint} is no http or https address: set the collector's, such as http://127.0.0.1:4317.", StartupFaultException.Misused);
        OtlpTelemetry.AddTo(builder);
    }

    public static void UseWhereAsked(WebApplication app, HostSettings settings)
    {
        if (IsOn(settings))
            app.Use(RequestSpans.DescribeAsync);
    }
}
