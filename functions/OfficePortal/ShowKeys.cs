using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class ShowKeys(KeyPages pages)
{
    [Function(nameof(ShowKeys))]
    [Answers(Audience.OfficePeople)]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/keys")] HttpRequest request, CancellationToken cancellation) =>
        pages.ShowAsync(request, null, cancellation);
}
