using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.EmbassyReview;

/// <summary>The small forms at each clause, an embassy's and the ministry's, and the code that they ask for once on a device.</summary>
public sealed class CommentOnPage(CommentDesk comments, LinkDeedPages pages, DeviceCookies devices)
{
    [Function(nameof(CommentOnPage))]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/{token}/comment")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        CarryOutAsync(request, "/review/", token, engine, cancellation);

    [Function("CommentInCentralReviewOnPage")]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> InCentralReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "central-review/{token}/comment")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        CarryOutAsync(request, "/central-review/", token, engine, cancellation);

    [Function("TakeBackCommentOnPage")]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> TakeBackAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/{token}/comment/take-back")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        TakeBackAsync(request, "/review/", token, engine, cancellation);

    [Function("TakeBackCentralCommentOnPage")]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> TakeBackInCentralReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "central-review/{token}/comment/take-back")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        TakeBackAsync(request, "/central-review/", token, engine, cancellation);

    [Function("SendCommentCode")]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> SendCodeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/{token}/comment/code")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        await pages.SendCodeAsync(request, token, LinkHolder.Reviewer, CommentFields.Read(await request.ReadPageFormAsync(cancellation)), engine, cancellation);

    [Function("SendCentralCommentCode")]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> SendCentralCodeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "central-review/{token}/comment/code")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        await pages.SendCodeAsync(request, token, LinkHolder.CentralReviewer, CommentFields.Read(await request.ReadPageFormAsync(cancellation)), engine, cancellation);

    private async Task<IActionResult> CarryOutAsync(HttpRequest request, string page, string token, DurableTaskClient engine, CancellationToken cancellation)
    {
        var (fields, shown) = await ReadAsync(request, cancellation);
        var comment = new SentComment(fields.Number, fields.Version, fields.Words, fields.Proposed, fields.Name, fields.Text);
        var deed = await comments.TakeAsync(token, comment, shown, link => request.CommandKey(link.Principal()), engine, cancellation);
        return await pages.AnswerAsync(request, token, $"{page}{token}#clause-{fields.Number}", deed, fields with { TakeBack = null }, engine, cancellation);
    }

    private async Task<IActionResult> TakeBackAsync(HttpRequest request, string page, string token, DurableTaskClient engine, CancellationToken cancellation)
    {
        var (fields, shown) = await ReadAsync(request, cancellation);
        var deed = await comments.TakeBackAsync(token, fields.TakenBack ?? 0, fields.Name, shown, link => request.CommandKey(link.Principal()), engine, cancellation);
        return await pages.AnswerAsync(request, token, $"{page}{token}#clause-{fields.Number}", deed, fields, engine, cancellation);
    }

    private async Task<(CommentFields Fields, ShownProof Shown)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        return (CommentFields.Read(sent), new(sent["code"], link => devices.Read(request, link)));
    }
}
