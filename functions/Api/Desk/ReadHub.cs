using LocalDiplomacy.Functions.Administration;
using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Desk;

public sealed class ReadHub(HubReading hub)
{
    [Function(nameof(ReadHub))]
    [Answers(Audience.Association)]
    [ApiOperation("Tells how the orchestrations are: how many by status, which failed, and what waits since when.", Answer = typeof(HubAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/desk/hub")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, CancellationToken cancellation) =>
        new JsonAnswer(await hub.ReadAsync(engine, cancellation));
}
