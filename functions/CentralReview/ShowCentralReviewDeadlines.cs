using LocalDiplomacy.Functions.Deadlines;
using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.CentralReview;

public sealed class ShowCentralReviewDeadlines(LinkDesk desk, DeadlineAccounts deadlines, LinkPages pages)
{
    /// <summary>A dead link gets the same page here as at its own address: what became of the matter.</summary>
    [Function(nameof(ShowCentralReviewDeadlines))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "central-review/{token}/deadlines")] HttpRequest request, string token, CancellationToken cancellation) =>
        await desk.OpenAsync(token, cancellation) switch
        {
            OpenedLink.Open open when LinkPages.IsOf(LinkHolder.CentralReviewer, open.Link) => await pages.ShowDeadlinesAsync(
                request, token, open.Link, open.Mou, await deadlines.OfHolderAsync(open.Link, open.Mou, cancellation), cancellation),
            OpenedLink.Over over when LinkPages.IsOf(LinkHolder.CentralReviewer, over.Link) => await pages.ShowOverAsync(request, token, over.Link, over.Mou, cancellation),
            _ => throw new ProblemException(ProblemKind.LinkUnknown),
        };
}
