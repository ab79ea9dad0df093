using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Pages.EmbassyReview;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.EmbassyReview;

public sealed class RecordDecision(ReviewDesk decisions, StepDesk steps, LinkDeedPages pages, DeviceCookies devices)
{
    /// <summary>One form for all that an embassy can do: an answer, or a step on the way to it.</summary>
    [Function(nameof(RecordDecision))]
    [Answers(Audience.Anyone)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/{token}/decision")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation)
    {
        var sent = await request.ReadPageFormAsync(cancellation);
        var fields = DecisionFields.Read(sent);
        var shown = new ShownProof(sent["code"], link => devices.Read(request, link));
        var isStep = fields.Choice is { } choice && DecisionFields.Steps.Contains(choice);
        var deed = isStep
            ? await steps.TakeAsync(token, StepIn(fields), shown, link => request.CommandKey(link.Principal()), engine, cancellation)
            : await decisions.DecideAsync(token, DecisionIn(fields), shown, link => request.CommandKey(link.Principal()), engine, cancellation);
        var path = isStep ? $"/review/{token}/recorded/{fields.Choice}" : "/review/" + token;
        return await pages.AnswerAsync(request, token, path, deed, fields, engine, cancellation);
    }

    private static SentDecision DecisionIn(DecisionFields fields) => new(fields.Choice, fields.Name, fields.Reason, !fields.ReasonNotPublic, fields.Text);

    private static SentStep StepIn(DecisionFields fields) => new(fields.Choice, fields.Name, fields.ColleagueName, fields.ColleagueAddress, fields.Unreadable);
}
