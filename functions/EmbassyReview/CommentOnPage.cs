using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Workflows.Cases;
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
    /// <summary>What a form asks for, once its device is proven.</summary>
    private delegate Task<LinkDeed> Deed(CommentFields fields, ShownProof shown, Func<Link, CommandKey> key);

    [Function(nameof(CommentOnPage))]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/{token}/comment")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        CommentAsync(request, "/review/", token, engine, cancellation);

    [Function("CommentInCentralReviewOnPage")]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> InCentralReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "central-review/{token}/comment")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        CommentAsync(request, "/central-review/", token, engine, cancellation);

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
    public Task<IActionResult> SendCodeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/{token}/comment/code")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        SendCodeAsync(request, LinkHolder.Reviewer, token, engine, cancellation);

    [Function("SendCentralCommentCode")]
    [Answers(Audience.Anyone)]
    public Task<IActionResult> SendCentralCodeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "central-review/{token}/comment/code")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        SendCodeAsync(request, LinkHolder.CentralReviewer, token, engine, cancellation);

    private Task<IActionResult> CommentAsync(HttpRequest request, string page, string token, DurableTaskClient engine, CancellationToken cancellation) =>
        CarryOutAsync(request, page, token, engine, fields => fields with { TakeBack = null }, (fields, shown, key) =>
            comments.TakeAsync(token, new(fields.Number, fields.Version, fields.Words, fields.Proposed, fields.Name, fields.Text), shown, key, engine, cancellation), cancellation);

    private Task<IActionResult> TakeBackAsync(HttpRequest request, string page, string token, DurableTaskClient engine, CancellationToken cancellation) =>
        CarryOutAsync(request, page, token, engine, fields => fields, (fields, shown, key) =>
            comments.TakeBackAsync(token, fields.TakenBack ?? 0, fields.Name, shown, key, engine, cancellation), cancellation);

    private async Task<IActionResult> CarryOutAsync(
        HttpRequest request, string page, string token, DurableTaskClient engine, Func<CommentFields, CommentFields> read, Deed deed, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var fields = read(CommentFields.Read(sent));
        var done = await deed(fields, new(sent["code"], link => devices.Read(request, link)), link => request.CommandKey(link.Principal()));
        return await pages.AnswerAsync(request, token, $"{page}{token}#clause-{fields.Number}", done, fields, engine, cancellation);
    }

    private async Task<IActionResult> SendCodeAsync(HttpRequest request, LinkHolder holder, string token, DurableTaskClient engine, CancellationToken cancellation) =>
        await pages.SendCodeAsync(request, token, holder, CommentFields.Read(await request.ReadPageFormAsync(cancellation)), engine, cancellation);
}
