using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Links;

public sealed class RequestLinkCode(LinkDesk desk)
{
    [Function(nameof(RequestLinkCode))]
    [Answers(Audience.Anyone)]
    [ApiOperation("Sends a code to the link's address, unless one went out a moment ago.", Answer = typeof(CodeAnswer), Status = 202, Problems = [ProblemKind.LinkOver])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/links/{token}/code")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation)
    {
        request.IdempotencyKey();
        var link = LinkAnswers.OpenLink(await desk.OpenAsync(token, cancellation));
        var code = await desk.RequestCodeAsync(link, engine, cancellation);
        return new JsonAnswer(new CodeAnswer(code.MaskedAddress, code is CodeRequest.Sent, (code as CodeRequest.SentJustNow)?.NextAt), StatusCodes.Status202Accepted);
    }
}
