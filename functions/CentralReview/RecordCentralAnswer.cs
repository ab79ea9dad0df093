using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.CentralReview;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.CentralReview;

public sealed class RecordCentralAnswer(CentralReviewDesk desk, LinkDeedPages pages, DeviceCookies devices)
{
    [Function(nameof(RecordCentralAnswer))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "central-review/{token}/answer")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var fields = CentralFields.Read(sent);
        var answer = new SentCentralAnswer(fields.Answer, fields.Name, fields.Words, fields.Text);
        var shown = new ShownProof(sent["code"], link => devices.Read(request, link));
        var deed = await desk.AnswerAsync(token, answer, shown, link => request.CommandKey(link.Principal()), engine, cancellation);
        return await pages.AnswerAsync(request, token, "/central-review/" + token, deed, fields, engine, cancellation);
    }
}
