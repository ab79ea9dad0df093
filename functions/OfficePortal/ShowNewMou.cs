using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.OfficePortal;

public sealed class ShowNewMou(OfficeCases cases, DraftPages pages)
{
    /// <summary>"?origin=Varied&amp;of=…" begins from an MOU that is there, "?typed=…" goes on with what was typed and not saved.</summary>
    [Function(nameof(ShowNewMou))]
    [Answers(Audience.OfficePeople)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/mous/new")] HttpRequest request, CancellationToken cancellation) =>
        request.Query["origin"].ToString() is nameof(MouLinkKind.Predecessor) or nameof(MouLinkKind.Varied) or nameof(MouLinkKind.Framework)
            ? await pages.ShowFromAsync(
                request, await cases.FindAsync(request.Caller(), request.Query["of"].ToString(), cancellation), request.Query["origin"].ToString(), cancellation)
            : request.Query["typed"].ToString() is { Length: > 0 } becomes ? await pages.ShowBegunAsync(request, becomes, cancellation)
            : await pages.ShowNewAsync(request, cancellation);
}
