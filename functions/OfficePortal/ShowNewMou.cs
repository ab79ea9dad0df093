using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class ShowNewMou(DraftPages pages)
{
    [Function(nameof(ShowNewMou))]
    [Answers(Audience.OfficePeople)]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/new")] HttpRequest request, CancellationToken cancellation) =>
        pages.ShowNewAsync(request, cancellation);
}
