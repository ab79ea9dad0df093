using System.Text.Json;
using LocalDiplomacy.DurableTaskEngine.Recording;
using LocalDiplomacy.EmbeddedHost.Mailbox;
using LocalDiplomacy.EmbeddedHost.Orchestrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalDiplomacy.EmbeddedHost.Operators;

/// <summary>
/// What only this engine can tell of itself, for whoever is on the machine: under the mailbox's rule, others find nothing
/// there. What people see of it wherever they are is the application's, and the same on Azure.
/// </summary>
internal sealed class EngineEndpoints(OrchestrationEngine engine, string reachableHost)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Map(WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/engine"), own => own.Use(GuardAsync));
        app.MapGet("/engine/api/health", HealthAsync);
        app.MapGet("/engine/api/history/{**instance}", HistoryAsync);
    }

    private async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        if (!ThisMachine.Asks(http, reachableHost))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await next(http);
        }
        catch (Exception away) when (StorageAway.Is(away) && !http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await MailboxAnswer.WriteAsync(http, "text/plain; charset=utf-8", "The engine's storage is away; try again.");
        }
    }

    /// <summary>503 where something does not go on by itself: whoever watches need not read it.</summary>
    private async Task HealthAsync(HttpContext http)
    {
        var health = await engine.CheckHealthAsync(http.RequestAborted);
        http.Response.StatusCode = health.IsWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await MailboxAnswer.WriteAsync(http, "application/json; charset=utf-8", JsonSerializer.Serialize(health, Json));
    }

    private async Task HistoryAsync(HttpContext http)
    {
        if (http.GetRouteValue("instance") is string { Length: > 0 } instance && await engine.ExportHistoryAsync(instance, http.RequestAborted) is { } history)
            await MailboxAnswer.WriteAsync(http, "application/json; charset=utf-8", HistoryJson.Write(history));
        else
            http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
