using LocalDiplomacy.Functions.Deadlines;
using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class ShowDeadlines(OfficeCases cases, DeadlineAccounts deadlines, CasePages pages)
{
    [Function(nameof(ShowDeadlines))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id}/deadlines")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        var mou = await cases.FindAsync(request.Caller(), id, cancellation);
        return await pages.ShowDeadlinesAsync(request, mou, await deadlines.OfAsync(mou, cancellation), await deadlines.PastAsync(mou, cancellation), cancellation);
    }
}
