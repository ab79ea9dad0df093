using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Site;

public sealed class CheckHealth(Health health)
{
    [Function(nameof(CheckHealth))]
    [Answers(Audience.Anyone, Alike = true)]
    [ApiOperation("Says whether every part can be reached: 200, or 503 with the same content.", Answer = typeof(HealthAnswer), AlsoStatus = 503)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var parts = await health.CheckAsync(engine, cancellation);
        var isWell = parts.All(p => p.Well);
        return new JsonAnswer(new HealthAnswer(isWell ? "well" : "unwell", parts), isWell ? 200 : StatusCodes.Status503ServiceUnavailable);
    }
}
