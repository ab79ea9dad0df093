using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Api.Links;

public sealed class RequestFreshLink(FreshLinks links)
{
    [Function(nameof(RequestFreshLink))]
    [Answers(Audience.Anyone)]
    [ApiOperation("Sends a fresh link to the address on file, whether this one is dead or not.", Answer = typeof(FreshLinkAnswer), Status = 202,
        Problems = [ProblemKind.Refused, ProblemKind.TooSoon])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/links/{token}/fresh-link")] HttpRequest request,
        [DurableClient] DurableTaskClient engine, string token, CancellationToken cancellation) =>
        await links.SendAsync(token, link => request.CommandKey(link.Principal()), engine, cancellation) switch
        {
            (var link, _, null) => new JsonAnswer(new FreshLinkAnswer(link.Holder), StatusCodes.Status202Accepted),
            (var link, var mou, { } why) => throw LinkAnswers.Refused(link, mou, why),
        };
}
