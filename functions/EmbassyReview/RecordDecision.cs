using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.EmbassyReview;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.EmbassyReview;

public sealed class RecordDecision(ReviewDesk desk, LinkDeedPages pages, DeviceCookies devices)
{
    [Function(nameof(RecordDecision))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/{token}/decision")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var fields = DecisionFields.Read(sent);
        var decision = new SentDecision(fields.Choice, fields.Name, fields.Reason, !fields.ReasonNotPublic, fields.Text);
        var shown = new ShownProof(sent["code"], link => devices.Read(request, link));
        var deed = await desk.DecideAsync(token, decision, shown, link => request.CommandKey(link.Principal()), engine, cancellation);
        return await pages.AnswerAsync(request, token, "/review/" + token, deed, fields, engine, cancellation);
    }
}
