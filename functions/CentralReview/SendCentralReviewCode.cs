using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.CentralReview;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.CentralReview;

public sealed class SendCentralReviewCode(LinkDeedPages pages)
{
    [Function(nameof(SendCentralReviewCode))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "central-review/{token}/code")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        await pages.SendCodeAsync(
            request, token, LinkHolder.CentralReviewer, CentralFields.Read(await request.ReadPageFormAsync(cancellation)), engine, cancellation);
}
