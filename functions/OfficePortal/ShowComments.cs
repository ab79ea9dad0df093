using LocalDiplomacy.Functions.Reception;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class ShowComments(OfficeCases cases, CasePages pages)
{
    /// <summary>What the embassies said at clauses, each with the form that answers it.</summary>
    [Function(nameof(ShowComments))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/{id}/comments")] HttpRequest request, string id, CancellationToken cancellation) =>
        await pages.ShowCommentsAsync(request, await cases.FindAsync(request.Caller(), id, cancellation), cancellation);
}
