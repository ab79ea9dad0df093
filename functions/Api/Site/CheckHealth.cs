using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Site;

/// <summary>For whoever restarts the program, and for whoever sends people to it: two questions.</summary>
public sealed class CheckHealth(Health health)
{
    [Function("CheckLive")]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Says that the program runs, whatever its parts do.", Answer = typeof(HealthAnswer))]
    public static IActionResult Live(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health/live")] HttpRequest request) =>
        new JsonAnswer(new HealthAnswer(Health.Well, []));

    [Function("CheckReady")]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Says whether every part can be reached: 200, or 503 with the same content.", Answer = typeof(HealthAnswer), AlsoStatus = 503)]
    public async Task<IActionResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health/ready")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var parts = await health.CheckAsync(engine, cancellation);
        var isWell = parts.All(p => p.Status == Health.Well);
        return new JsonAnswer(new HealthAnswer(isWell ? Health.Well : Health.Unwell, parts), isWell ? 200 : StatusCodes.Status503ServiceUnavailable);
    }
}
