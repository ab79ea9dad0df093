using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Api.Requests;
using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Signing;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Links;

public sealed class SignByLink(SigningDesk desk)
{
    [Function(nameof(SignByLink))]
    [Answers(Audience.Anyone)]
    [ApiOperation("Records a signature; again, answers as the first time.",
        Request = typeof(SignatureRequest), Requires = ["name", "office", "intent", "textHash"], Answer = typeof(SignatureAnswer),
        Problems = [ProblemKind.Refused, ProblemKind.AnsweredOtherwise, ProblemKind.LinkOver, ProblemKind.CodeNeeded])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/links/{token}/signature")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation)
    {
        request.IdempotencyKey();
        var sent = await request.ReadJsonAsync<SignatureRequest>(cancellation);
        var signature = new SentSignature(sent.Name, sent.Office, sent.Intent ?? false, sent.TextHash);
        var deed = await desk.SignAsync(token, signature, new(sent.Code, _ => sent.Device), link => request.CommandKey(link.Principal()), engine, cancellation);
        var recorded = LinkAnswers.Recorded(deed);
        return new JsonAnswer(new SignatureAnswer(LinkAnswers.Signature(recorded)!, StageAnswer.ForOutside(recorded.Mou), recorded.NewDevice));
    }
}
