using LocalDiplomacy.Functions.Deadlines;
using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.EmbassyReview;

public sealed class ShowReviewDeadlines(LinkDesk desk, DeadlineAccounts deadlines, LinkPages pages)
{
    /// <summary>A dead link gets the same page here as at its own address: what became of the matter.</summary>
    [Function(nameof(ShowReviewDeadlines))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "review/{token}/deadlines")] HttpRequest request, string token, CancellationToken cancellation) =>
        await desk.OpenAsync(token, cancellation) switch
        {
            OpenedLink.Open open when LinkPages.IsOf(LinkHolder.Reviewer, open.Link) => await pages.ShowDeadlinesAsync(
                request, token, open.Link, open.Mou, await deadlines.OfHolderAsync(open.Link, open.Mou, cancellation), cancellation,
                await deadlines.PastOfHolderAsync(open.Link, open.Mou, cancellation)),
            OpenedLink.Over over when LinkPages.IsOf(LinkHolder.Reviewer, over.Link) => await pages.ShowOverAsync(request, token, over.Link, over.Mou, cancellation),
            _ => throw new ProblemException(ProblemKind.LinkUnknown),
        };
}
