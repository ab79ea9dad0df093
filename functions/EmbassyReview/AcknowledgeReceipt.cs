using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.EmbassyReview;

public sealed class AcknowledgeReceipt(StepDesk steps, LinkDeedPages pages, DeviceCookies devices)
{
    /// <summary>The form of one name and one button: nothing is chosen in it.</summary>
    [Function(nameof(AcknowledgeReceipt))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/{token}/acknowledge")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var fields = DecisionFields.Read(sent) with { Choice = DecisionFields.Acknowledge };
        var shown = new ShownProof(sent["code"], link => devices.Read(request, link));
        var step = new SentStep(fields.Choice, fields.Name, null, null, null);
        var deed = await steps.TakeAsync(token, step, shown, link => request.CommandKey(link.Principal()), engine, cancellation);
        return await pages.AnswerAsync(request, token, $"/review/{token}/recorded/{fields.Choice}", deed, fields, engine, cancellation);
    }
}
