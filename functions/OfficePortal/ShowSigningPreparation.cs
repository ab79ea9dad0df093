using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class ShowSigningPreparation(OfficeCases cases, CasePages pages)
{
    [Function(nameof(ShowSigningPreparation))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id}/signing")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        await pages.ShowSigningAsync(request, await cases.FindAsync(request.Caller(), id, cancellation), cancellation);
}
