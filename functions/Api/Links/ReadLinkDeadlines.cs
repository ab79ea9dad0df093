using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Api.OpenApi;
using LocalDiplomacy.Functions.Deadlines;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Api.Links;

public sealed class ReadLinkDeadlines(LinkDesk desk, DeadlineAccounts deadlines)
{
    [Function(nameof(ReadLinkDeadlines))]
    [Answers(Audience.Anyone)]
    [ApiOperation("Reads the deadlines of a review link's holder, and how each was counted day by day.", Answer = typeof(DeadlineListAnswer), IsTagged = true,
        Problems = [ProblemKind.LinkOver])]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/links/{token}/deadlines")] HttpRequest request, string token, CancellationToken cancellation)
    {
        var (link, mou) = LinkAnswers.OpenCase(await desk.OpenAsync(token, cancellation));
        return new JsonAnswer(DeadlineListAnswer.Of(await deadlines.OfHolderAsync(link, mou, cancellation), await deadlines.PastOfHolderAsync(link, mou, cancellation)));
    }
}
