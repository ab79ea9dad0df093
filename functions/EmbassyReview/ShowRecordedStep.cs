using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.EmbassyReview;

public sealed class ShowRecordedStep(LinkDesk desk, LinkPages pages)
{
    /// <summary>What was recorded and what follows; a step that does not stand any more leads to the review as it is now.</summary>
    [Function(nameof(ShowRecordedStep))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "review/{token}/recorded/{step}")] HttpRequest request,
        string token, string step, CancellationToken cancellation)
    {
        var (link, mou) = await desk.FindAsync(token, cancellation) ?? throw new ProblemException(ProblemKind.LinkUnknown);
        if (!LinkPages.IsOf(LinkHolder.Reviewer, link)) throw new ProblemException(ProblemKind.LinkUnknown);
        return ReviewSteps.Stands(step, link, mou)
            ? await pages.ShowRecordedAsync(request, token, link, mou, step, cancellation)
            : new SeeOther("/review/" + token);
    }
}
