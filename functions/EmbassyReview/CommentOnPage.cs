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

/// <summary>The small form at each clause, and the code that it asks for once on a device.</summary>
public sealed class CommentOnPage(CommentDesk comments, LinkDeedPages pages, DeviceCookies devices)
{
    [Function(nameof(CommentOnPage))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/{token}/comment")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var fields = CommentFields.Read(sent);
        var shown = new ShownProof(sent["code"], link => devices.Read(request, link));
        var comment = new SentComment(fields.Number, fields.Version, fields.Words, fields.Proposed, fields.Name, fields.Text);
        var deed = await comments.TakeAsync(token, comment, shown, link => request.CommandKey(link.Principal()), engine, cancellation);
        return await pages.AnswerAsync(request, token, $"/review/{token}#clause-{fields.Number}", deed, fields, engine, cancellation);
    }

    [Function("SendCommentCode")]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> SendCodeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/{token}/comment/code")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        await pages.SendCodeAsync(request, token, LinkHolder.Reviewer, CommentFields.Read(await request.ReadPageFormAsync(cancellation)), engine, cancellation);
}
