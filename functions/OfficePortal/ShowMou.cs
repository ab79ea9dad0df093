using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class ShowMou(OfficeCases cases, CasePages pages)
{
    // The length keeps "new" apart: Azure's host would not prefer the literal route.
    [Function(nameof(ShowMou))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id:minlength(4)}")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        await pages.ShowCaseAsync(request, await cases.FindAsync(request.Caller(), id, cancellation), cancellation);
}
