using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.EmbassyReview;
using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Links;

public sealed class TakeStepByLink(StepDesk desk, LinkAnswers answers)
{
    [Function(nameof(TakeStepByLink))]
    [Answers(Audience.Anyone)]
    [ApiOperation("Records what an embassy does before it answers: acknowledges, asks its capital, hands over, or asks for the document again.",
        Request = typeof(StepRequest), Requires = ["choice", "name"], Answer = typeof(StepRecordedAnswer),
        Problems = [ProblemKind.Refused, ProblemKind.LinkOver, ProblemKind.CodeNeeded])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/links/{token}/step")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation)
    {
        request.IdempotencyKey();
        var sent = await request.ReadJsonAsync<StepRequest>(cancellation);
        var step = new SentStep(sent.Choice, sent.Name, sent.ColleagueName, sent.ColleagueAddress, sent.Unreadable);
        var deed = await desk.TakeAsync(token, step, new(sent.Code, _ => sent.Device), link => request.CommandKey(link.Principal()), engine, cancellation);
        var recorded = LinkAnswers.Recorded(deed);
        return new JsonAnswer(new StepRecordedAnswer(
            step.Choice!, (await answers.EmbassyAsync(recorded.Link, recorded.Mou, cancellation))!, StageAnswer.ForOutside(recorded.Mou), recorded.NewDevice));
    }
}
