using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Deadlines;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Mous;

public sealed class ReadDeadlines(OfficeCases cases, DeadlineAccounts deadlines)
{
    [Function(nameof(ReadDeadlines))]
    [Answers(Audience.Office)]
    [ApiOperation("Reads the deadlines that run in an MOU, how each was counted day by day, and how those that are past ended.", Answer = typeof(DeadlineListAnswer), IsTagged = true)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}/deadlines")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        return new JsonAnswer(DeadlineListAnswer.Of(await deadlines.OfAsync(mou, cancellation), await deadlines.PastAsync(mou, cancellation)));
    }
}
