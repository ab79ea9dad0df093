using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.OfficePortal;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Mous;

public sealed class ScreenDraft(OfficeCases cases, DraftScreening screening)
{
    [Function(nameof(ScreenDraft))]
    [Answers(Audience.Office)]
    [ApiOperation("Screens the draft as it stands: what stops a submission, and what is only warned of.", Answer = typeof(ScreeningAnswer))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/mous/{id}/screening")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        return new JsonAnswer(new ScreeningAnswer([.. (await screening.OfAsync(mou, cancellation)).Select(FindingAnswer.Of)]));
    }
}
