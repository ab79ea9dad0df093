using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.CentralReview;
using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Links;

public sealed class AnswerCentralReviewByLink(CentralReviewDesk desk)
{
    [Function(nameof(AnswerCentralReviewByLink))]
    [Answers(Audience.Anyone)]
    [ApiOperation("Records the ministry's answer on a text; again, answers as the first time.",
        Request = typeof(CentralAnswerRequest), Requires = ["answer", "name", "textHash"], Answer = typeof(CentralRecordedAnswer),
        Problems = [ProblemKind.Refused, ProblemKind.AnsweredOtherwise, ProblemKind.LinkOver, ProblemKind.CodeNeeded])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/links/{token}/central-answer")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation)
    {
        request.IdempotencyKey();
        var sent = await request.ReadJsonAsync<CentralAnswerRequest>(cancellation);
        var answer = new SentCentralAnswer(sent.Answer, sent.Name, sent.Comments, sent.TextHash);
        var deed = await desk.AnswerAsync(token, answer, new(sent.Code, _ => sent.Device), link => request.CommandKey(link.Principal()), engine, cancellation);
        var recorded = LinkAnswers.Recorded(deed);
        return new JsonAnswer(new CentralRecordedAnswer(LinkAnswers.Central(recorded), StageAnswer.ForOutside(recorded.Mou), recorded.NewDevice));
    }
}
