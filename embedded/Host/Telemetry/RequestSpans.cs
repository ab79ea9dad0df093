using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry;

namespace LocalDiplomacy.EmbeddedHost.Telemetry;

/// <summary>
/// Leaves of a request's span what tells nobody's secret: a path may hold a link's token, a query or a header may hold
/// anything. What stays is named here; the route stands for the path.
/// </summary>
internal sealed class RequestSpans : BaseProcessor<Activity>
{
    public const string Source = "Microsoft.AspNetCore";

    private static readonly HashSet<string> _kept = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "error.type", "url.scheme", "network.protocol.version",
    };

    /// <summary>The server makes the span and says nothing on it.</summary>
    public static async Task DescribeAsync(HttpContext http, RequestDelegate next)
    {
        var span = http.Features.Get<IHttpActivityFeature>()?.Activity;
        span?.SetTag("http.request.method", http.Request.Method);
        try
        {
            await next(http);
        }
        finally
        {
            span?.SetTag("http.response.status_code", http.Response.StatusCode);
        }
    }

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name != Source)
            return;
        foreach (var name in data.TagObjects.Select(tag => tag.Key).Where(name => !_kept.Contains(name)).ToList())
            data.SetTag(name, null);
        var method = data.GetTagItem("http.request.method") as string ?? "HTTP";
        data.DisplayName = data.GetTagItem("http.route") is string route ? $"{method} {route}" : method;
    }
}
