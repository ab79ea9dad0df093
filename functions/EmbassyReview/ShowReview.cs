using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.EmbassyReview;

public sealed class ShowReview(LinkDesk desk, Visits visits, LinkPages pages)
{
    /// <summary>Shows, and changes nothing of the case: mail scanners open every link.</summary>
    [Function(nameof(ShowReview))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "review/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        await pages.ShowAsync(request, token, await visits.NoteAsync(request, await desk.OpenAsync(token, cancellation), cancellation), LinkHolder.Reviewer, cancellation);
}
