using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.CentralReview;

public sealed class SendFreshCentralReviewLink(FreshLinkPages pages)
{
    [Function(nameof(SendFreshCentralReviewLink))]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "central-review/{token}/fresh-link")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        pages.SendAsync(request, token, LinkHolder.CentralReviewer, engine, cancellation);
}
