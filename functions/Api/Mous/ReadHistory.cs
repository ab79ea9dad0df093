using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Mous;

public sealed class ReadHistory(OfficeCases cases)
{
    [Function(nameof(ReadHistory))]
    [Answers(Audience.Office)]
    [ApiOperation("Reads everything that happened to an MOU, oldest first.", Answer = typeof(HistoryAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}/history")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        var events = await cases.HistoryAsync(mou, cancellation);
        return new JsonAnswer(new HistoryAnswer([.. events.Select(HistoryEntry.Of)]));
    }
}
