using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Messages;

/// <summary>The small page beside each link's: what its holder tells the office, without a code and without a consequence.</summary>
public sealed class TellOffice(TellDesk desk)
{
    [Function("ShowTellOfReview")]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> OfReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "review/{token}/tell/{what}")] HttpRequest request, string token, string what, CancellationToken cancellation) =>
        desk.ShowAsync(request, token, what, LinkHolder.Reviewer, cancellation);

    [Function("TellOfReview")]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> TellOfReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/{token}/tell/{what}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, string what, CancellationToken cancellation) =>
        desk.TellAsync(request, token, what, LinkHolder.Reviewer, engine, cancellation);

    [Function("ShowTellOfCentralReview")]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> OfCentralReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "central-review/{token}/tell/{what}")] HttpRequest request, string token, string what, CancellationToken cancellation) =>
        desk.ShowAsync(request, token, what, LinkHolder.CentralReviewer, cancellation);

    [Function("TellOfCentralReview")]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> TellOfCentralReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "central-review/{token}/tell/{what}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, string what, CancellationToken cancellation) =>
        desk.TellAsync(request, token, what, LinkHolder.CentralReviewer, engine, cancellation);

    [Function("ShowTellOfSignature")]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> OfSignatureAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign/{token}/tell/{what}")] HttpRequest request, string token, string what, CancellationToken cancellation) =>
        desk.ShowAsync(request, token, what, null, cancellation);

    [Function("TellOfSignature")]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> TellOfSignatureAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign/{token}/tell/{what}")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, string what, CancellationToken cancellation) =>
        desk.TellAsync(request, token, what, null, engine, cancellation);
}
