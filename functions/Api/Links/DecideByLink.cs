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

public sealed class DecideByLink(ReviewDesk desk)
{
    [Function(nameof(DecideByLink))]
    [Answers(Audience.Anyone)]
    [ApiOperation("Records an embassy's decision on the text of its round; again, answers as the first time.",
        Request = typeof(DecisionRequest), Requires = ["choice", "name", "textHash"], Answer = typeof(DecisionAnswer),
        Problems = [ProblemKind.Refused, ProblemKind.AnsweredOtherwise, ProblemKind.LinkOver, ProblemKind.CodeNeeded])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/links/{token}/decision")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation)
    {
        request.IdempotencyKey();
        var sent = await request.ReadJsonAsync<DecisionRequest>(cancellation);
        var decision = new SentDecision(sent.Choice, sent.Name, sent.Reason, sent.ReasonIsPublic ?? true, sent.TextHash);
        var deed = await desk.DecideAsync(token, decision, new(sent.Code, _ => sent.Device), link => request.CommandKey(link.Principal()), engine, cancellation);
        var recorded = LinkAnswers.Recorded(deed);
        return new JsonAnswer(new DecisionAnswer(LinkAnswers.Decision(recorded)!, StageAnswer.ForOutside(recorded.Mou), recorded.NewDevice));
    }
}
